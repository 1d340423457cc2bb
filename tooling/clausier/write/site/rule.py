"""A page of each rule, ready made: what is wrong, why, an example, what to write, who says so.

There are hundreds of them, the same for every text, so no generator is troubled with them: each is
a whole document in plain HTML beside the list of the rules, with the styles of the site.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausier.language.examples import Example, example
from clausier.language.interface import interface
from clausier.language.translate import INTERFACES, fault_explanation, fault_title
from clausier.source.diagnostic import Fault
from clausier.write.rule_page import address, facts, paragraphs
from clausier.write.site.address import relative
from clausier.write.site.guide import key
from clausier.write.site.markup import attribute, link, listing, marked, paragraph, spoken, text
from clausier.write.site.sheet import Site

STYLES = ("fonts.css", "site.css", "edition.css", "rule.css")
UNFOUND = '<meta name="robots" content="noindex, nofollow">\n'
POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; "
    "img-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'none'"
)


def rules(site: Site) -> dict[str, bytes]:
    """The pages of all rules in each language of the site, by their path."""
    return {
        f"{folder}/{address(fault)}": _document(site, fault, code).encode()
        for code in site.languages
        if (folder := site.folder(code, key("rules")))
        for fault in site.faults.values()
    }


def _document(site: Site, fault: Fault, code: str) -> str:
    """A page, in English where the program does not speak the language of the site."""
    folder = site.folders[(code, key("rules"))]
    here = f"{folder}/{address(fault)}".rpartition("/")[0]
    language = code if code in INTERFACES else "en"
    words = interface(language)
    assets = relative(here, "assets/clausier")
    title = fault_title(fault, language).removesuffix(".")
    return PAGE.format(
        language=language,
        policy=POLICY,
        robots=UNFOUND if site.confidential else "",
        title=text(f"{fault.id} – {title}"),
        styles="\n".join(f'<link rel="stylesheet" href="{assets}/{name}">' for name in STYLES),
        icon=f"{assets}/favicon.svg",
        skip=text(words["skip"]),
        rules=link(relative(here, f"{folder}/index.html") + f"#{fault.id.replace('/', '-')}",
                   f"← {text(words['rules'])}"),
        others="\n".join(_others(site, fault, code, here)),
        heading=marked(title),
        body="\n".join(_body(site, fault, code, language)),
        script=f"{assets}/edition.js",
    )  # fmt: skip


def _others(site: Site, fault: Fault, code: str, here: str) -> Iterator[str]:
    for other in site.languages:
        folder = site.folder(other, key("rules"))
        if other != code and folder:
            name = text(interface(other)["language-name"])
            way = attribute(relative(here, f"{folder}/{address(fault)}"))
            yield f'<a href="{way}" hreflang="{other}" lang="{other}">{name}</a>'


def _body(site: Site, fault: Fault, code: str, language: str) -> Iterator[str]:
    words = interface(language)
    severity = fault.severity.value
    tag = f'<span class="cl-tag cl-tag--{severity}">{text(words[f"severity-{severity}"])}</span>'
    yield paragraph(f"<code>{text(fault.id)}</code> {tag}", "cl-quiet")
    yield from (paragraph(marked(one)) for one in paragraphs(fault_explanation(fault, language)))
    shown = example(fault.id, code)
    if shown:
        yield from _example(shown, code, language)
    known = facts(fault, language)
    if known:
        yield f'<h2 id="facts">{text(words["rule-facts"])}</h2>'
        yield listing((marked(one) for one in known), "cl-plain")
    yield f'<h2 id="exception">{text(words["rule-allow"])}</h2>'
    yield paragraph(marked(words["rule-allow-text"].replace("{0}", fault.id)))


def _example(one: Example, code: str, language: str) -> Iterator[str]:
    words = interface(language)
    yield f'<h2 id="example">{text(words["rule-example"])}</h2>'
    place = f"{one.path}:{one.line}:{one.start + 1}"
    before, word, after = one.text[: one.start], one.text[one.start : one.end], one.text[one.end :]
    line = f"{text(before)}<mark>{text(word)}</mark>{text(after)}"
    yield paragraph(f'<code class="cl-place">{text(place)}</code>', "cl-quiet")
    yield f'<pre class="cl-line"><code lang="{code}">{line}</code></pre>'
    yield paragraph(marked(one.message), "cl-message")
    if one.help:
        yield f'<h2 id="instead">{text(words["rule-instead"])}</h2>'
        yield paragraph(marked(one.help), "cl-message")
    if one.instead:
        yield paragraph(marked(words["rule-mended"]))
        mended = spoken(text(one.instead), code, language)
        yield f'<pre class="cl-line"><code>{mended}</code></pre>'


PAGE = """<!doctype html>
<html lang="{language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
{robots}<title>{title}</title>
<link rel="icon" href="{icon}">
{styles}
</head>
<body class="cl-edition" data-md-color-scheme="default">
<a class="cl-skip" href="#rule">{skip}</a>
<header class="cl-edition-header">
<nav class="cl-brand">{rules}</nav>
<span class="cl-spring"></span>
<span class="cl-rule-others">{others}</span>
</header>
<main id="rule" class="cl-rule md-content__inner md-typeset">
<h1>{heading}</h1>
{body}
</main>
<script src="{script}"></script>
</body>
</html>
"""
