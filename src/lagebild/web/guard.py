"""Guard: what every request has to satisfy before a page sees it, and what every answer carries.

A page of another site may send requests to a server on this machine, and a name that somebody else owns may be made to
point here; so the name in the request, where it comes from, and its size are looked at first.
"""

import hmac
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lagebild.web.settings import Settings

TOKEN_COOKIE = "lagebild_token"
_SAFE = ("GET", "HEAD", "OPTIONS")
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class Guard:
    """Refuses requests under a foreign name, from foreign pages, without the token, or too large."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app, self._settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, as ASGI has it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = self._refusal(scope) or self._at_the_door(scope)
        if answer is not None:
            await answer(scope, receive, _with_headers(send))
            return
        await self._app(scope, _limited(receive, self._settings.largest_upload), _with_headers(send))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if _name_of(headers.get("host", "")) not in self._settings.hosts:
            known = ", ".join(self._settings.hosts)
            return PlainTextResponse(f"This server answers to {known} only; --allow-host adds a name.\n", 421)
        if scope["method"] not in _SAFE and _is_foreign(headers):
            return PlainTextResponse("A page of another site may not change anything here.\n", 403)
        length = headers.get("content-length", "0")
        if length.isdigit() and int(length) > self._settings.largest_upload:
            return PlainTextResponse(_too_large(self._settings.largest_upload) + "\n", 413)
        return None

    def _at_the_door(self, scope: Scope) -> Response | None:
        """Asks for the token where there is one; a visitor who brings it in the address keeps it as a cookie."""
        token = self._settings.token
        if token is None:
            return None
        headers = Headers(scope=scope)
        asked = parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        if _same(asked.get("token", [""])[0], token) and scope["method"] == "GET":
            rest = urlencode([(name, value) for name, values in asked.items() for value in values if name != "token"])
            # Two slashes at the beginning would lead to another site.
            target = "/" + scope["path"].lstrip("/") + (f"?{rest}" if rest else "")
            answer = RedirectResponse(target, 303)
            answer.set_cookie(TOKEN_COOKIE, token, httponly=True, samesite="strict")
            return answer
        bearer = headers.get("authorization", "").removeprefix("Bearer ")
        if _same(bearer, token) or _same(_cookie(headers, TOKEN_COOKIE), token):
            return None
        told = "This server asks for its token: open the address that `lagebild serve` printed.\n"
        return PlainTextResponse(told, 401, {"www-authenticate": "Bearer"})


def _is_foreign(headers: Headers) -> bool:
    """Whether the request was caused by a page of another origin; programs, which say nothing of that, were not."""
    site = headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return True
    origin = headers.get("origin")
    try:
        return origin is not None and urlsplit(origin).netloc != headers.get("host")
    except ValueError:
        return True


def _name_of(host: str) -> str:
    """The name without the port."""
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0].lower()


def _same(given: str, token: str) -> bool:
    return hmac.compare_digest(given.encode(), token.encode())


def _cookie(headers: Headers, name: str) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _limited(receive: Receive, most: int) -> Receive:
    """Refuses a request whose body turns out to be longer than allowed; it need not have said how long it is."""
    got = 0

    async def received() -> Message:
        nonlocal got
        message = await receive()
        if message["type"] == "http.request":
            got += len(message.get("body", b""))
            if got > most:
                raise HTTPException(413, _too_large(most))
        return message

    return received


def _too_large(most: int) -> str:
    return f"One upload may have {most // 1024**2} MB; `lagebild add` takes any size."


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "no-store")
        await send(message)

    return sent
