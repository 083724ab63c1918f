"""What somebody who is not let in is told: in both languages, since who it is is not known."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from infographic.studio.server.guards import Why

WHY: dict[Why, tuple[str, str]] = {
    "cookie": (
        "请打开终端里显示的网址（带“?token=”的那一行）。换了浏览器，或者工作台重新启动过，都要再打开一次。",
        "Open the address that the terminal printed, the one with “?token=”. Another browser, or a"
        " studio that was started anew, asks for it again.",
    ),
    "token": (
        "网址里的口令不对，或者已经用过。请打开终端里最新显示的网址。",
        "The token of this address is wrong or used up. Open the address that the terminal printed"
        " last.",
    ),
    "host": (
        "这个网址不是工作台的。请打开终端里显示的网址。",
        "The studio is not called so. Open the address that the terminal printed.",
    ),
    "origin": (
        "这个请求不是工作台自己的页面发出的。",
        "This was not asked by a page of the studio.",
    ),
    "elsewhere": (
        "这个请求是别的网站发出的。",
        "This was asked by a page of another site.",
    ),
    "head": (
        "请求的标头不完整，或者有重复。",
        "The request lacks a header, or has one twice.",
    ),
}
STYLE = """
body { margin: 15vh auto; max-width: 34em; padding: 0 16px; background: #fbfaf8; color: #1c1b1a;
  font: 16px/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 16px; border-top: 6px solid #b5121b; padding-top: 12px; }
p + p { color: #5d5a56; font-size: 14px; }
"""
POLICY = (
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; "
    f"style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'"
)
"""Of the page of a refusal: it has no files, since none is served to who is refused."""
_PAGE = """\
<!doctype html>
<html lang="zh-Hans">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">{again}
<title>infographic studio</title><style>{style}</style></head>
<body><h1>infographic studio</h1>
<p>{zh}</p>
<p lang="en">{en}</p>
</body></html>
"""
_AGAIN = '<meta http-equiv="refresh" content="0; url=/">'


def page(why: Why, *, again: bool = False) -> bytes:
    """The page of a refusal. `again`: it goes to the front page by itself, and at once.

    A browser keeps a strict cookie back from a page that a link of another site leads to, and from
    where that leads on; of a page that our own page leads to it does not.
    """
    zh, en = WHY[why]
    return _PAGE.format(style=STYLE, zh=zh, en=en, again=_AGAIN if again else "").encode()
