"""A form about one block: found, sent once, refused beside its question."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from whatmatters.access.queries import own_organisation_only
from whatmatters.access.services import take_once
from whatmatters.access.web import Asked, status
from whatmatters.blocks.queries import BlockFacts, block_facts
from whatmatters.blocks.web.refused import BESIDE, refused_words
from whatmatters.frontend.forms import PageForm
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal


def found_block(request: Asked, block_id: int) -> BlockFacts:
    """A block that this reader may see. Http404 otherwise."""
    own = own_organisation_only(request.actor, Action.SEE_BLOCKS)
    found = block_facts(request.actor.council_id, ids=[block_id], provider_id=own)
    if not found:
        raise Http404
    return found[0]


def written(request: Asked, form: PageForm, verb: Callable[[], int]) -> int | None:
    """What the verb made, or None where it was refused: then the form says why."""
    token = form.cleaned_data["form_token"]
    try:
        return take_once(by=request.actor, at=request.at, token=token, verb=verb)
    except Refusal as refusal:
        field = str(refusal.params.get("field", BESIDE.get(refusal.code, "")))
        form.refuse(refused_words(refusal), field if field in form.fields else None)
        return None


def form_page(
    request: Asked,
    block: BlockFacts,
    form: PageForm,
    verb: Callable[[], int],
    said: tuple[str | Promise, str, str],
) -> HttpResponse:
    """A page with one form about a block; what is kept leads back to the block."""
    title, lead, send = said
    if request.method == "POST" and form.is_valid() and written(request, form, verb) is not None:
        messages.success(request, _("This is kept."))
        return redirect("block", block_id=block.id)
    context = {"facts": block, "form": form, "title": title, "lead": lead, "send": send}
    return render(request, "blocks/enter.html", context, status=status(request))
