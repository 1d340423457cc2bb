"""Pictures in the text, with the words that stand for them."""

from __future__ import annotations

from clausier.source.diagnostic import Message, Severity, fault, say
from clausier.source.place import Span
from clausier.write.docx.draft import Draft, Setting
from clausier.write.docx.look import Look
from clausier.write.docx.markup import PIC, A, escape
from clausier.write.docx.picture import EMU, TOO_LARGE, TOO_MANY_PIXELS, Picture, part_name

IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
TALLEST = 12000
"""The most that a picture may take of the height of a page, in twips."""
ACROSS = 7200
"""The same for a page that is turned."""

UNREADABLE_IMAGE = fault(
    "write/unreadable-image",
    Severity.ERROR,
    """An image cannot be shown in Word.

    It is missing, damaged, too large, or of a kind that Word does not show. Its alternative text
    stands in its place. Put a PNG, JPEG or SVG file of a reasonable size there.""",
)


def _cure(found: str) -> Message:
    if found in (TOO_LARGE, TOO_MANY_PIXELS):
        return say("save it with fewer pixels; 2 500 across fill a page")
    return say("put a PNG, JPEG or SVG file there")


def drawn(
    draft: Draft, path: str, alternative: str, place: Span, setting: Setting, height: int = TALLEST
) -> str:
    """The image at `path` (of the document's folder), or its alternative text where it has none."""
    found = draft.pictures.get(_in_workspace(draft.folder, path))
    if isinstance(found, str):
        draft.diagnostics.append(
            UNREADABLE_IMAGE.at(
                place,
                say(found, path),
                _cure(found),
            )
        )
        return draft.run(f"[{alternative or path}]", Look(italic=True).xml)
    draft.report_unprintable(alternative, place)
    return _drawing(draft, found, path, alternative, setting, height)


def _in_workspace(folder: str, path: str) -> str:
    parts: list[str] = folder.split("/") if folder else []
    for part in path.replace("\\", "/").split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def _drawing(
    draft: Draft, picture: Picture, path: str, alternative: str, setting: Setting, tallest: int
) -> str:
    width, height = _fitted(picture, setting.width, tallest)
    draft.drawings += 1
    number = draft.drawings
    draft.ruler.block(height / 20 if height > 600 else 0)
    key = _embedded(draft, picture.data, picture.extension, setting)
    drawing = ""
    if picture.drawing is not None:
        vector = _embedded(draft, picture.drawing, "svg", setting)
        drawing = (
            '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip'
            ' xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
            f' r:embed="{vector}"/></a:ext></a:extLst>'
        )
    size = f'cx="{width * EMU}" cy="{height * EMU}"'
    name = escape(path.rpartition("/")[2])
    described = f'id="{number}" name="{name}" descr="{escape(alternative)}"'
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {size}/><wp:docPr {described}/>"
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{A}" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{A}"><a:graphicData uri="{PIC}">'
        f'<pic:pic xmlns:pic="{PIC}"><pic:nvPicPr><pic:cNvPr {described}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{key}">{drawing}</a:blip><a:stretch>'
        '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _fitted(picture: Picture, widest: int, tallest: int) -> tuple[int, int]:
    scale = min(1.0, widest / picture.width, tallest / picture.height)
    return max(1, int(picture.width * scale)), max(1, int(picture.height * scale))


def _embedded(draft: Draft, data: bytes, extension: str, setting: Setting) -> str:
    name = part_name(data, extension)
    draft.images[name] = (extension, data)
    return setting.story.add(IMAGE, name)
