"""How texts refer to their parts and to documents by hand, in each language."""

from __future__ import annotations

import re

from clausier.check.wording import Wording, wording

_IGNORED = re.IGNORECASE
NOUNS: dict[str, Wording] = {
    "en": wording(
        "ection hapter aragraph lause ppendi §",
        r"(?P<wrong>\b(?:sections?|chapters?|paragraphs?|sub-?(?:clauses?|sections?)|appendix|appendices)"
        r"|§§?)[ \u00a0]+"
        r"|\b(?P<whole>clauses?)[ \u00a0]+",
        _IGNORED,
    ),
    "fr": wording(
        "ection hapitre linéa aragraphe rticle ppendice clause Clause §",
        r"(?P<wrong>\b(?:(?:l['’])?(?:appendices?|alinéas?)|(?:sous-)?sections?|chapitres?"
        r"|(?:sous-)?paragraphes?|clauses?)|§§?)"
        r"[ \u00a0]+"
        r"|(?P<whole>\b(?:l['’])?articles?)[ \u00a0]+",
        _IGNORED,
    ),
    "de": wording(
        "apitel unkt iff aragra bsatz bschnitt ppendix §",
        r"(?P<wrong>\b(?:Kapiteln?|Punkte?n?|Ziff(?:ern?|\.)|Paragra(?:f|ph)(?:en)?|Unterabschnitte?"
        r"|Appendix)|§§?)"
        r"[ \u00a0]+|\b(?P<whole>Abschnitt(?:e|en|s)?)[ \u00a0]+",
    ),
}
"""Words before a reference that are wrong there, and those for a whole clause alone."""
_TEXTS = (
    r"(?:Unter)?(?:Abschnitt|Abschnitte|Tabelle|Bild|Bilder|Anhang|Formel|Liste|Anforderung|Absatz"
    r"|Absätze|Bedingung|Festlegung|Regel|Bestimmung|Grenzwert|Verfahren|Beispiel|Angabe)"
)
"""What a German text calls its own parts; `das vorstehende Ende` is that of a rope."""
_TOLD = (
    r"(?:genannt|beschrieben|angegeben|aufgeführt|erwähnt|behandelt|dargestellt|festgelegt|definiert"
    r"|erläutert)"
)
DIRECTIONS: dict[str, Wording] = {
    "en": wording(
        "above below afore fore foll previous preceding ext Above Below Foll Previous Preceding",
        r"\b(?:the\s+)?(?:following|previous|preceding|next)\s+"
        r"(?:sub-?clauses?|clauses?|sections?|annex(?:es)?|tables?|figures?|formulae?|formulas?"
        r"|paragraphs?)\b(?!\s+(?:of|to)\s+(?:the|an?|each)\b)"
        r"|\b(?:above|below)[- ](?:mentioned|named|described|listed|cited)\b"
        r"|\bafore(?:mentioned|said)\b"
        r"|\b(?:see|described|given|mentioned|listed|shown|stated|defined|specified|named|as|said|noted"
        r"|explained|discussed|outlined|detailed|indicated|referred\s+to|set\s+out|laid\s+down)\s+"
        r"(?:otherwise\s+)?"
        r"(?:above|below)\b(?!\s+(?:\d|the\b|an?\b|zero|this\b|that\b|these\b|its?\b|their\b|each\b))"
        r"|\b(?:sub-?clauses?|clauses?|annex|tables?|figures?|formulae?|paragraphs?|lists?)\s+"
        r"(?:above|below)\b(?!\s+(?:\d|the\b))|\bthe\s+above\s+"
        r"(?:clause|table|figure|list|paragraph|requirement|provision|condition|procedure|limit"
        r"|value|example)s?\b"
        r"|\b(?:[Tt]he\s+(?:above|foregoing|aforegoing)|[Aa]ll\s+(?:of\s+)?the\s+above)\s+"
        r"(?=(?:does|do|shall|should|may|can|is|are|applies|apply|holds?|also|has|have|requires?)\b)",
        _IGNORED,
    ),
    "fr": wording(
        "i-dess i-après i-avant usmentionn usvis suivant précédent susdit précité haut bas loin",
        r"\b(?:ci-dessus|ci-dessous|ci-après|ci-avant|susmentionnée?s?|susvisée?s?|susdite?s?|précitée?s?)\b"
        r"|\b(?:articles?|paragraphes?|annexes?|tableaux?|figures?|formules?|alinéas?)\s+"
        r"(?:suivant|précédent)e?s?\b(?!\s+(?:le|la|les|l['’]|un|une|du(?!\s+présent)|de\s+l[a'’])\b)"
        r"|\b(?:voir|vue?s?|décrite?s?|indiquée?s?|mentionnée?s?|comme|dite?s?|expliquée?s?|précisée?s?"
        r"|définie?s?|énoncée?s?|citée?s?|notée?s?|donnée?s?|énumérée?s?)"
        r"\s+plus\s+(?:haut|bas|loin)\b"
        r"(?!\s+(?:que|sur|dans)\b)",
        _IGNORED,
    ),
    "de": wording(
        "orstehend achstehend achfolgend bige oben unten Oben Unten ntenstehend "
        "benstehend orgenannt olgende orige orher ächste obeng obenan untenan zuvor",
        r"\b(?:[Nn]achstehend|[Oo]benstehend|[Uu]ntenstehend|[Vv]orgenannt|[Oo]big)(?:e[nrsm]?)?\b"
        r"|\b(?:[Oo]ben|[Uu]nten)(?:genannt|angegeben|angeführt|beschrieben|erwähnt)(?:e[nrsm]?)?\b"
        rf"|\b(?:[Vv]orstehend|[Nn]achfolgend)(?:e[nrsm]?\s+{_TEXTS}\w*|\s+{_TOLD}\w*)"
        rf"|\b(?:[Ww]ie|[Dd]ie|[Dd]er|[Dd]as|[Dd]en|[Dd]em)\s+(?:vorher|zuvor)\s+{_TOLD}\w*"
        r"|\b(?:[Ss]iehe|[Ww]ie|[Ww]eiter)\s+(?:oben|unten)\b"
        rf"|\b(?:[Oo]ben|[Uu]nten)\s+(?:(?:anders|bereits|schon|nicht)\s+)?(?:{_TOLD}|stehend)\w*"
        r"|\b(?:[Ff]olgende[nrms]?|[Vv]orige[nrms]?|[Vv]orhergehende[nrms]?|[Nn]ächste[nrms]?)\s+"
        r"(?:Abschnitt|Unterabschnitt|Anhang|Tabelle|Bild|Formel)\w*(?!\w|\s+(?:der|des)\b)",
    ),
}
"""What points above or below."""
PAGES: dict[str, Wording] = {
    "en": wording(
        "page p. overleaf",
        r"\b(?:see|on|at|from|cf\.)\s+(?:pages?|pp?\.)[ \u00a0]?\d+(?:\s+(?:and|to)\s+\d+)?+\b"
        r"(?!\s+of\b)"
        r"|\bpp?\.[ \u00a0]?\d+(?!\w)(?!\s+of\b)|\bsee\s+(?:the\s+)?(?:next|previous)\s+page\b"
        r"(?!\s+of\b)|\b(?:see|shown|listed|given)\s+overleaf\b",
        _IGNORED,
    ),
    "fr": wording(
        "page p. verso",
        r"\b(?:voir|cf\.|à\s+la|aux?|en|des)\s+(?:pages?|pp?\.)[ \u00a0]?\d+"
        r"(?:\s+(?:et|à)\s+\d+)?+\b(?!\s+(?:de|du|des)\b)"
        r"|\bpp?\.[ \u00a0]?\d+(?!\w)(?!\s+(?:de|du|des)\b)"
        r"|\b(?:voir|cf\.)\s+(?:la\s+)?page\s+(?:suivante|précédente)\b(?!\s+du\b)|\bvoir\s+(?:au\s+)?verso\b",
        _IGNORED,
    ),
    "de": wording(
        "Seite S. umseitig",
        r"\b(?:[Ss]iehe|[Aa]uf|[Vv]gl\.|[Vv]on)\s+(?:den\s+)?(?:Seiten?|S\.)[ \u00a0]?\d+"
        r"(?:\s+(?:und|bis)\s+\d+)?+\b(?!\s+(?:der|des|von)\b)|\b[Ss]iehe\s+(?:(?:die\s+)?(?:nächste|vorige)\s+Seite|umseitig)\b",
    ),
}
"""What refers to a page."""
_PUBLISHER = r"(?:prEN|FprEN|EN|ISO|IEC|CEN|HD)"
DOCUMENT = wording(
    "EN ISO IEC CEN HD",
    rf"\b{_PUBLISHER}(?:[ /](?:{_PUBLISHER}|TS|TR|PAS)){{0,4}}[ \u00a0]\d{{3,9}}(?:-\d+){{0,4}}"
    r"(?::\d{4}\b)?",
)
"""The number of a published document."""
_NUMBER = (
    r"(?P<opened>\()?(?P<number>(?:[A-Z]\.)?\d+(?:\.\d+)*"
    r"|[A-Z](?!\w|\.\w))(?(opened)\))(?![\w%]|[.,]\d)"
)
_NOTED = (  # and the clause that it belongs to
    r"(?:(?:N(?:otes?|OTE)|notes?|E(?:xamples?|XAMPLE|xemples?|XEMPLE)|examples?|exemples?|A(?:nmerkung"
    r"(?:en)?|NMERKUNG)|B(?:eispiele?|EISPIEL))(?:[ \u00a0]\d+)?|[a-z]\))[ \u00a0]"
)
_NOTE_AFTER = (
    r",?[ \u00a0](?:N(?:ote|OTE)|E(?:xample|XAMPLE|xemple|XEMPLE)|A(?:nmerkung|NMERKUNG)"
    r"|B(?:eispiel|EISPIEL)|[a-z]\))"
)
_EN_OTHER = (
    r"(?!\s+of\b|\s+to\s+(?:the|an?|this|its)\b|\s+(?:and|or|to)\s+[\dA-Z.]+\s+(?:of|in\s+the)\b)"
)
_FR_OTHER = r"(?!(?:\s+(?:et|ou|à)\s+[\dA-Z.]+)?\s+(?:de|du|des|d['’])\b)"
_DE_OTHER = r"(?!(?:\s+(?:und|oder|bis)\s+[\dA-Z.]+)?\s+(?:der\b|des\b|von\s+[A-Z]{2}))"
"""What follows a number of something else, as `Table 2 of the report`."""
_POINT = (
    r"(?:§[ \u00a0]?|\b(?:[Pp]oints?|Punkte?n?|Ziff(?:ern?|\.))[ \u00a0])"
    r"(?P<point>\d+(?:\.\d+)+)(?![\w%\u00a0])(?!\s+(?:of|der|des|de|du|[A-Z]{2,})\b)"
    r"|\b(?:[Nn]ach|[Gg]emäß|[Ss]elon|[Uu]nder|[Vv]on|meets?|satisf\w+|fulfils?|per)[ \u00a0]"
    r"(?P<deep>\d+(?:\.\d+){2,})(?![\w%])(?!\s+(?:of|der|des|de|du)\b)"
)
"""Words that lead to a clause only before a number with dots: `Punkt 4` may be a point of measure,
and `nach 4.2` a time."""
_LABEL = r"\d|(?:nnexe?s?|ppendi(?:x|ces?)|nhangs?|nhänge|nlagen?)[ \u00a0][A-Z]"
TYPED: dict[str, Wording] = {
    "en": wording(
        "0 1 2 3 4 5 6 7 8 9 nnex ppendix",
        r"\b(?:(?P<clause>[Cc]lauses?|[Ss]ub-?(?:clauses?|sections?)|[Ss]ections?|[Pp]aragraphs?"
        r"|[Cc]hapters?)"
        r"|(?P<annex>[Aa]nnex(?:es)?|[Aa]ppendi(?:x|ces))|(?P<table>[Tt]ables?)"
        r"|(?P<figure>[Ff]ig(?:ures?|s?\.))"
        rf"|(?P<formula>[Ff]ormula[es]?|[Ee]q(?:uations?|n?s?\.)))[ \u00a0]{_NUMBER}{_EN_OTHER}"
        rf"|\b(?:(?P<see>[Ss]ee(?:[ \n]also)?|{_NOTED}(?:of|to|in|from|under))"
        r"|[Ii]n|[Ww]ith|[Uu]nder|[Ff]rom|of|[Bb]y)[ \u00a0]"
        r"(?P<bare>(?:[A-Z]|\d+)(?:\.\d+)+)(?![\w%])"
        rf"(?(see)|(?=[).,;:](?!\d)|{_NOTE_AFTER}|\s+(?:and|or|shall|should|may|can|is|are|was|were|has|have|does"
        r"|holds?|appl\w+|gives?|requires?|covers?|describes?|specif\w+)\b|\s*\Z))"
        rf"|{_POINT}",
        needs=_LABEL,
    ),
    "fr": wording(
        "0 1 2 3 4 5 6 7 8 9 nnexe ppendice",
        r"\b(?:(?P<clause>[Aa]rticles?|(?:[Ss]ous-)?(?:[Pp]aragraphes?|[Ss]ections?)|[Cc]hapitres?"
        r"|[Cc]lauses?)|(?P<annex>[Aa]nnexes?|[Aa]ppendices?)|(?P<table>[Tt]ab(?:leaux?|\.))"
        r"|(?P<figure>[Ff]ig(?:ures?|\.))"
        rf"|(?P<formula>[Ff]ormules?|[Éé]q(?:uations?|\.)))[ \u00a0]{_NUMBER}{_FR_OTHER}"
        rf"|\b(?:(?P<see>[Vv]oir(?:[ \n](?:aussi|également))?|{_NOTED}(?:de|du|en|dans|à))"
        r"|en|de|du|à|[Ss]elon|[Dd]ans)[ \u00a0]"
        r"(?P<bare>(?:[A-Z]|\d+)(?:\.\d+)+)(?![\w%])"
        rf"(?(see)|(?=[).,;:](?!\d)|{_NOTE_AFTER}|\s+(?:et|ou|doit|doivent|est|sont|a|ont|vaut|valent"
        rf"|donne|s['’]appliqu\w+)\b|\s*\Z))|{_POINT}",
        needs=_LABEL,
    ),
    "de": wording(
        "0 1 2 3 4 5 6 7 8 9 nhang nhänge ppendi nnex",
        r"\b(?:(?P<clause>Abschnitt(?:e|en|s)?|Unterabschnitte?|Kapiteln?"
        r"|Paragra(?:f|ph)(?:en)?)"
        r"|(?P<annex>Anh[aä]nge?n?s?|Appendi(?:x|ces|zes)|Annex|(?<=iehe )Anlagen?"
        r"|(?<=nach )Anlagen?)"
        r"|(?P<table>Tab(?:ellen?|\.))|(?P<figure>Bild(?:er|ern)?|Abb(?:ildung(?:en)?|\.))"
        rf"|(?P<formula>Formeln?|Gl(?:eichung(?:en)?|\.)))[ \u00a0]{_NUMBER}{_DE_OTHER}"
        rf"|\b(?:(?P<see>[Ss]iehe(?:[ \n]auch)?|{_NOTED}(?:von|zu|in|aus))"
        r"|[Nn]ach|[Ii]n|[Vv]on|[Gg]emäß|[Mm]it)[ \u00a0]"
        r"(?P<bare>(?:[A-Z]|\d+)(?:\.\d+)+)(?![\w%])"
        rf"(?(see)|(?=[).,;:](?!\d)|{_NOTE_AFTER}|\s+(?:und|oder|muss|müssen|ist|sind|wird|werden|gilt"
        r"|gelten|hat|\w*ge\w{3,}(?:t|en)|(?:be|er|ver|ent|durch)\w{3,}t|\w{3,}iert)\b|\s*\Z))"
        rf"|{_POINT}",
        needs=_LABEL,
    ),
}
"""Numbers of a document's own parts, by the group of their kind."""
_PARTS = (
    r"(?:[Cc]lauses?|[Ss]ubclauses?|[Tt]ables?|[Ff]igures?|[Aa]nnexe?s?|[Ff]ormula|[Aa]rticles?"
    r"|[Tt]ableaux?|[Ff]ormules?|Abschnitte?s?|Tabellen?|Bild(?:er)?|Anhangs?|Anhänge|Formeln?)"
)
PART_BEFORE = re.compile(
    rf"(?:\b{_PARTS}[ \u00a0](?:[A-Z]|\d+)(?:\.\d+)*|(?<![\w.,])(?:[A-Z]|\d+)(?:\.\d+)+)\s+"
    r"(?:of|in|from|de|dans|du|von|aus|der|des)\s+(?:the\s+|la\s+|l['’]|der\s+)?\Z"
)
"""A typed part of a document before the reference to it: `Table 3 of @id`."""
PART_AFTER = re.compile(
    rf",\s+(?:{_PARTS}[ \u00a0](?:[A-Z]|\d+)(?:\.\d+)*|(?:[A-Z]|\d+)(?:\.\d+)+(?=[,.;:)]|\s*\Z))"
    r"(?![\w%])"
)
"""A typed part of a document behind the reference to it: `@id, Table 3`."""
