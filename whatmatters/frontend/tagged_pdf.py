"""A page as a tagged PDF (PDF/UA), where WeasyPrint is installed beside the product.

It also needs Pango, a library of the operating system. Without either, pages say so and print.
"""

from functools import lru_cache
from types import ModuleType
from typing import Any, NoReturn

PAPER = """
@page { size: A4; margin: 15mm; @bottom-right { content: counter(page) " / " counter(pages) } }
body { font: 11pt sans-serif; line-height: 1.4 }
h1 { font-size: 20pt; margin: 0 0 6pt } h2 { font-size: 14pt; margin: 14pt 0 4pt }
table { border-collapse: collapse; width: 100% } tr { break-inside: avoid }
th, td { border-bottom: 0.5pt solid #000; padding: 4pt; text-align: left; vertical-align: top }
th { overflow-wrap: anywhere } .wm-num { text-align: right; white-space: nowrap }
"""


def has_pdf() -> bool:
    """Whether a PDF can be made here."""
    return _weasyprint() is not None


def tagged_pdf(text: str) -> bytes:
    """A whole HTML document as a PDF/UA-1. It brings everything along: nothing is fetched.

    RuntimeError without WeasyPrint: ask `has_pdf` first.
    """
    made = _weasyprint()
    if made is None:
        raise RuntimeError("WeasyPrint is not installed")
    document: Any = made.HTML(string=text, url_fetcher=_nothing)
    pdf = document.write_pdf(stylesheets=[made.CSS(string=PAPER)], pdf_variant="pdf/ua-1")
    return bytes(pdf)


def _nothing(url: str, *_: object, **__: object) -> NoReturn:
    """A document that asks for another is none of ours."""
    raise ValueError(url)


@lru_cache(maxsize=1)
def _weasyprint() -> ModuleType | None:
    try:
        import weasyprint
    except (ImportError, OSError):  # OSError: the package is there and Pango is not
        return None
    return weasyprint  # type: ignore[no-any-return]
