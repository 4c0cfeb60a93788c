"""Watch: a question that somebody asks again and again."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Watch:
    """`words` are asked of the claims of a base, as `lagebild claims` takes them. `made` is when it was saved, `looked`
    when news were last looked for; `unread` counts those that nobody has been shown yet, `news` all."""

    name: str
    words: str
    made: datetime
    looked: datetime
    news: int = 0
    unread: int = 0
