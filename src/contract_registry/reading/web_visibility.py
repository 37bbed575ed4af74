"""Tells which parts of a web page its reader does not see, and which are the site's own furniture: menus, cookie notices, buttons."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree
from lxml.etree import _Element

UNSEEN_TAGS = frozenset(
    {"script", "style", "template", "noscript", "head", "svg", "math", "iframe", "object", "embed", "applet", "audio", "video", "canvas"}
    | {"select", "datalist", "map", "frame", "noframes", "area", "meter", "progress", "dialog"}
)
_MENU_ROLES = frozenset({"navigation", "menu", "menubar", "search", "toolbar", "tablist", "tooltip"})
_DIALOG_ROLES = frozenset({"dialog", "alertdialog"})
_HIDING_STYLE = re.compile(
    r"(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|opacity:0(?:\.0+)?(?![.\d])|font-size:0(?![.\d])|(?:max-)?height:0(?:px)?(?=;|$)(?=.*overflow:hidden)"
    r"|mso-hide:all|color:transparent|text-indent:-\d{3,})"
)
_WHITE = re.compile(r"(?:^|;)color:(?:#fff(?:fff)?(?![\da-f])|white|rgba?\(255,255,255)")
_COOKIE_NAME = re.compile(r"cookie|consent|gdpr|onetrust|cmp-|cc-window|didomi", re.IGNORECASE)
_MENU_NAME = re.compile(r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|share|social|skip|pagination)(?:$|[\s_-])", re.IGNORECASE)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt", "legend"})
_LONGEST_NOTICE = 3_000
_MOSTLY_LINKS = 0.6
_NEAR = 64
"""How many elements around one are looked at, so that a page of very deep elements costs no more than its length."""


def words_of(element: _Element) -> str:
    """All words inside `element`, seen or not."""
    return etree.tostring(element, method="text", encoding="unicode", with_tail=False)


def style_of(element: _Element) -> str:
    """The element's own style in lower case, without blanks."""
    return re.sub(r"\s+", "", element.get("style") or "").lower()


def is_hidden(element: _Element) -> bool:
    """Whether a browser does not show the words of `element` until something is clicked, or ever."""
    if element.get("hidden") is not None or (element.get("aria-hidden") or "").strip().lower() == "true":
        return True
    style = style_of(element)
    return _HIDING_STYLE.search(style) is not None or (_WHITE.search(style) is not None and not _has_background(element))


def is_furniture(element: _Element) -> bool:
    """Whether `element` belongs to the site and not to the text it shows."""
    tag, role = element.tag, (element.get("role") or "").strip().lower()
    if tag == "nav" or role in _MENU_ROLES:
        return True
    if tag == "button" or (tag == "a" and role == "button"):
        return not any(above.tag in _HEADINGS for above in islice(element.iterancestors(), _NEAR))
    names = f"{element.get('id') or ''} {element.get('class') or ''}"
    if role in _DIALOG_ROLES or _COOKIE_NAME.search(names):
        return _is_notice(element)
    return (tag in {"header", "footer", "aside"} or _MENU_NAME.search(names) is not None) and _is_mostly_links(element)


def is_named_furniture(element: _Element) -> bool:
    """Whether the page itself calls `element` a menu or a cookie notice."""
    names = f"{element.get('id') or ''} {element.get('class') or ''}"
    return _COOKIE_NAME.search(names) is not None or _MENU_NAME.search(names) is not None or element.tag == "nav"


def _has_background(element: _Element) -> bool:
    """Whether the element or one around it may paint a background: by style, by attribute, or by a class we cannot see into."""
    every = [element, *islice(element.iterancestors(), _NEAR)]
    return any("background" in style_of(one) or any(one.get(name) for name in ("bgcolor", "class", "id")) for one in every)


def _is_notice(element: _Element) -> bool:
    """Whether `element` is a short message with a button to close it."""
    button = next(element.iter("button", "input"), None)
    clickable = button is not None or any((link.get("role") or "") == "button" for link in element.iter("a"))
    return clickable and len(words_of(element)) <= _LONGEST_NOTICE


def _is_mostly_links(element: _Element) -> bool:
    linked = sum(len(words_of(link).strip()) for link in element.iter("a"))
    return linked > 0 and linked >= _MOSTLY_LINKS * len(" ".join(words_of(element).split()))
