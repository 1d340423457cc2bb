"""The theme that Word asks for: black on white, and the fonts of the styles."""

from __future__ import annotations

from clausier.write.docx.markup import HEAD, A
from clausier.write.docx.styles import FONT

THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
_COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "333333", "lt2": "EEEEEE", "accent1": "1F4E79",
    "accent2": "7F6000", "accent3": "385623", "accent4": "833C0B", "accent5": "525252",
    "accent6": "3B3838", "hlink": "000000", "folHlink": "000000",
}  # fmt: skip
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_part() -> bytes:
    """`theme1.xml`; no style refers to it."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items()
    )
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fonts = f"<a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont>"
    formats = (
        f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
    )
    inside = (
        f'<a:clrScheme name="Plain">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Plain">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="Plain">{formats}</a:fmtScheme>'
    )
    elements = f"<a:themeElements>{inside}</a:themeElements>"
    return f'{HEAD}<a:theme xmlns:a="{A}" name="Plain">{elements}</a:theme>'.encode()
