"""ISO 20022 pain.001.001.09: a customer's credit transfers, as one batch from one account.

Elements stand in the order of the published message definition; texts are in its Latin signs and
within its lengths. A bank's own guide may ask for more: see the how-to.
"""

from decimal import Decimal
from xml.etree import ElementTree as Tree

from whatmatters.rules.bank_details import bank_text
from whatmatters.rules.money import PENCE_IN_A_POUND
from whatmatters.rules.payment_files.order import Account, Controls, Payment, PaymentOrder

SPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"
NAME = 70
Element = Tree.Element


def write(order: PaymentOrder) -> bytes:
    """The file, in UTF-8."""
    document = Tree.Element("Document", {"xmlns": SPACE})
    root = Tree.SubElement(document, "CstmrCdtTrfInitn")
    header = Tree.SubElement(root, "GrpHdr")
    _say(header, "MsgId", f"WM-{order.number}")
    _say(header, "CreDtTm", f"{order.made:%Y-%m-%dT%H:%M:%SZ}")
    _totals(header, order)
    _say(header, "InitgPty/Nm", _name(order.payer.name))
    batch = Tree.SubElement(root, "PmtInf")
    _say(batch, "PmtInfId", f"WM-{order.number}-1")
    _say(batch, "PmtMtd", "TRF")
    _totals(batch, order)
    _say(batch, "PmtTpInf/SvcLvl/Cd", "NURG")
    _say(batch, "ReqdExctnDt/Dt", order.arrives.isoformat())
    _say(batch, "Dbtr/Nm", _name(order.payer.name))
    _say(batch, "DbtrAcct/Id/Othr/Id", order.payer.number)
    _bank(batch, "DbtrAgt", order.payer)
    for one in order.payments:
        _transfer(Tree.SubElement(batch, "CdtTrfTxInf"), one)
    Tree.indent(document)
    return bytes(Tree.tostring(document, encoding="utf-8", xml_declaration=True))


def read(content: bytes) -> Controls:
    """What a file of this format holds. ValueError where its own totals differ."""
    names = {"p": SPACE}
    # It was written a moment ago by ourselves: nothing in it comes from a stranger's document.
    root = Tree.fromstring(content)
    amounts = [Decimal(found.text or "") for found in root.iterfind(".//p:InstdAmt", names)]
    said = {found.text for found in root.iterfind(".//p:CtrlSum", names)}
    counted = {found.text for found in root.iterfind(".//p:NbOfTxs", names)}
    pence = int(sum(amounts, Decimal(0)) * PENCE_IN_A_POUND)
    if said != {_pounds(pence)} or counted != {str(len(amounts))}:
        raise ValueError("the totals of the file differ from its payments")
    return Controls(len(amounts), pence)


def _transfer(element: Element, one: Payment) -> None:
    _say(element, "PmtId/EndToEndId", one.reference)
    amount = _say(element, "Amt/InstdAmt", _pounds(one.pence))
    amount.set("Ccy", "GBP")
    _bank(element, "CdtrAgt", one.to)
    _say(element, "Cdtr/Nm", _name(one.to.name))
    _say(element, "CdtrAcct/Id/Othr/Id", one.to.number)
    _say(element, "RmtInf/Ustrd", one.reference)


def _totals(element: Element, order: PaymentOrder) -> None:
    _say(element, "NbOfTxs", str(len(order.payments)))
    _say(element, "CtrlSum", _pounds(order.pence))


def _bank(element: Element, name: str, account: Account) -> None:
    member = _say(element, f"{name}/FinInstnId/ClrSysMmbId/ClrSysId/Cd", "GBDSC", back=2)
    _say(member, "MmbId", account.sort_code)


def _say(element: Element, path: str, text: str, back: int = 0) -> Element:
    """Put a text at the end of a path of new elements; the element `back` steps before the end."""
    made = [element]
    for name in path.split("/"):
        made.append(Tree.SubElement(made[-1], name))
    made[-1].text = text
    return made[-1 - back]


def _name(text: str) -> str:
    return bank_text(text).replace("&", "+")[:NAME].strip()


def _pounds(pence: int) -> str:
    return f"{pence // PENCE_IN_A_POUND}.{pence % PENCE_IN_A_POUND:02d}"
