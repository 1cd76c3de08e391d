"""What every page's frame needs: both languages, the version, the addresses it links to."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version

from django.http import HttpRequest

from whatmatters.frontend import language
from whatmatters.frontend.navigation import address_of


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of one page."""

    lang: str
    other_code: str
    other_lang: str
    other_name: str
    back_to: str
    version: str
    home: str
    login: str
    logout: str
    about_data: str
    glossary: str
    account: str
    drafts: str


@lru_cache(maxsize=1)
def product_version() -> str:
    """The version that stands in the footer, or "" when the product is not installed."""
    try:
        return version("whatmatters")
    except PackageNotFoundError:
        return ""


def frame(request: HttpRequest) -> dict[str, Frame]:
    """Context processor: `frame`. Reads no database."""
    code, lang, name = language.other()
    return {
        "frame": Frame(
            lang=language.HTML_CODES[language.current()],
            other_code=code,
            other_lang=lang,
            other_name=name,
            back_to=request.get_full_path(),
            version=product_version(),
            home=address_of("home") or "/",
            login=address_of("account_login"),
            logout=address_of("account_logout"),
            about_data=address_of("about_data"),
            glossary=address_of("glossary"),
            account=address_of("own_account"),
            drafts=address_of("drafts"),
        )
    }
