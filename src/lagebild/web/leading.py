"""Leading back: where a visitor goes on after a decision, always to a page of ours."""

from starlette.responses import RedirectResponse


def back_to(target: str, otherwise: str) -> RedirectResponse:
    """To the page that was asked for, or the other one where that is no page of ours."""
    safe = target.startswith("/") and not target.startswith(("//", "/\\"))
    return RedirectResponse(target if safe else otherwise, 303)
