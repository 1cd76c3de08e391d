"""Each format of a payment file: its bytes typed by hand, and a reader that is not the product's.

No schema is shipped: the order and lengths of pain.001.001.09 are typed here from the published
message definition, and every element of a file is held against them.
"""

import csv
import io
import re
from datetime import UTC, date, datetime
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whatmatters.rules.bank_details import bank_text, masked
from whatmatters.rules.payment_files import FORMS, Account, FileFormat, Payment, PaymentOrder
from whatmatters.rules.payment_files.references import reference

pytestmark = pytest.mark.once

COUNCIL = Account("000001", "00000012", "Cyngor Gwynedd", "999999")
ORDER = PaymentOrder(
    number=7,
    payer=COUNCIL,
    payments=(
        Payment(Account("000002", "12345678", "Gofal Tŷ'r Afon Cyf."), 123456, "R12-S345"),
        Payment(Account("000003", "00000009", "=Care & Home"), 5, "R12-S346"),
    ),
    made=datetime(2026, 6, 2, 11, 30, tzinfo=UTC),
    worked=date(2026, 6, 4),
    arrives=date(2026, 6, 5),
)

BANK_CSV = (
    b"000002,12345678,GOFAL TYR AFON CYF,1234.56,99,000001,00000012,CYNGOR GWYNEDD,"
    b"R12-S345,05/06/2026\r\n"
    b"000003,00000009,CARE & HOME,0.05,99,000001,00000012,CYNGOR GWYNEDD,R12-S346,05/06/2026\r\n"
)
# 2 June is day 153 of the year, 4 June day 155, 5 June day 156.
STANDARD_18 = (
    b"VOL1000007                               999999                                1\r\n"
    b"HDR1A999999S  199999900000700010001       26153 26156 000000                    \r\n"
    b"HDR2F0200000100                                   00                            \r\n"
    b"UHL1 26155999999    000000001 DAILY  001                                        \r\n"
    b"0000021234567809900000100000012    00000123456"
    b"CYNGOR GWYNEDD    R12-S345          GOFAL TYR AFON CYF\r\n"
    b"0000030000000909900000100000012    00000000005"
    b"CYNGOR GWYNEDD    R12-S346          CARE & HOME       \r\n"
    b"0000010000001201700000100000012    00000123461"
    b"CYNGOR GWYNEDD    CONTRA            CYNGOR GWYNEDD    \r\n"
    b"EOF1A999999S  199999900000700010001       26153 26156 000000                    \r\n"
    b"EOF2F0200000100                                   00                            \r\n"
    b"UTL10000000123461000000012346100000010000002                                    \r\n"
)
PAIN_001 = b"""<?xml version='1.0' encoding='utf-8'?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
  <CstmrCdtTrfInitn>
    <GrpHdr>
      <MsgId>WM-7</MsgId>
      <CreDtTm>2026-06-02T11:30:00Z</CreDtTm>
      <NbOfTxs>1</NbOfTxs>
      <CtrlSum>0.05</CtrlSum>
      <InitgPty>
        <Nm>CYNGOR GWYNEDD</Nm>
      </InitgPty>
    </GrpHdr>
    <PmtInf>
      <PmtInfId>WM-7-1</PmtInfId>
      <PmtMtd>TRF</PmtMtd>
      <NbOfTxs>1</NbOfTxs>
      <CtrlSum>0.05</CtrlSum>
      <PmtTpInf>
        <SvcLvl>
          <Cd>NURG</Cd>
        </SvcLvl>
      </PmtTpInf>
      <ReqdExctnDt>
        <Dt>2026-06-05</Dt>
      </ReqdExctnDt>
      <Dbtr>
        <Nm>CYNGOR GWYNEDD</Nm>
      </Dbtr>
      <DbtrAcct>
        <Id>
          <Othr>
            <Id>00000012</Id>
          </Othr>
        </Id>
      </DbtrAcct>
      <DbtrAgt>
        <FinInstnId>
          <ClrSysMmbId>
            <ClrSysId>
              <Cd>GBDSC</Cd>
            </ClrSysId>
            <MmbId>000001</MmbId>
          </ClrSysMmbId>
        </FinInstnId>
      </DbtrAgt>
      <CdtTrfTxInf>
        <PmtId>
          <EndToEndId>R12-S346</EndToEndId>
        </PmtId>
        <Amt>
          <InstdAmt Ccy="GBP">0.05</InstdAmt>
        </Amt>
        <CdtrAgt>
          <FinInstnId>
            <ClrSysMmbId>
              <ClrSysId>
                <Cd>GBDSC</Cd>
              </ClrSysId>
              <MmbId>000003</MmbId>
            </ClrSysMmbId>
          </FinInstnId>
        </CdtrAgt>
        <Cdtr>
          <Nm>CARE + HOME</Nm>
        </Cdtr>
        <CdtrAcct>
          <Id>
            <Othr>
              <Id>00000009</Id>
            </Othr>
          </Id>
        </CdtrAcct>
        <RmtInf>
          <Ustrd>R12-S346</Ustrd>
        </RmtInf>
      </CdtTrfTxInf>
    </PmtInf>
  </CstmrCdtTrfInitn>
</Document>"""


def test_the_bytes_of_each_format_are_those_typed_here() -> None:
    assert FORMS[FileFormat.BANK_CSV].write(ORDER) == BANK_CSV
    assert FORMS[FileFormat.STANDARD_18].write(ORDER) == STANDARD_18
    one = PaymentOrder(7, COUNCIL, ORDER.payments[1:], ORDER.made, ORDER.worked, ORDER.arrives)
    assert FORMS[FileFormat.PAIN_001].write(one) == PAIN_001


# Children of each element in their order, as the message definition has them; * may come again.
ORDERED = {
    "Document": "CstmrCdtTrfInitn",
    "CstmrCdtTrfInitn": "GrpHdr PmtInf*",
    "GrpHdr": "MsgId CreDtTm Authstn NbOfTxs CtrlSum InitgPty FwdgAgt InitnSrc",
    "PmtInf": "PmtInfId PmtMtd BtchBookg NbOfTxs CtrlSum PmtTpInf ReqdExctnDt PoolgAdjstmntDt Dbtr "
    "DbtrAcct DbtrAgt DbtrAgtAcct InstrForDbtrAgt UltmtDbtr ChrgBr ChrgsAcct ChrgsAcctAgt "
    "CdtTrfTxInf*",
    "CdtTrfTxInf": "PmtId PmtTpInf Amt XchgRateInf ChrgBr ChqInstr UltmtDbtr IntrmyAgt1 CdtrAgt "
    "CdtrAgtAcct Cdtr CdtrAcct UltmtCdtr InstrForCdtrAgt InstrForDbtrAgt Purp RgltryRptg Tax "
    "RltdRmtInf RmtInf SplmtryData",
    "FinInstnId": "BICFI ClrSysMmbId LEI Nm PstlAdr Othr",
    "ClrSysMmbId": "ClrSysId MmbId",
    "PmtId": "InstrId EndToEndId UETR",
}
TEXTS = {
    "MsgId": r".{1,35}",
    "PmtInfId": r".{1,35}",
    "EndToEndId": r".{1,35}",
    "Nm": r"[A-Za-z0-9/?:().,'+ -]{1,140}",
    "Ustrd": r".{1,140}",
    "Id": r".{1,34}",
    "MmbId": r"\d{6}",
    "NbOfTxs": r"\d{1,15}",
    "CtrlSum": r"\d{1,16}\.\d{2}",
    "InstdAmt": r"\d{1,16}\.\d{2}",
    "Cd": r"GBDSC|NURG",
    "PmtMtd": r"CHK|TRF|TRA",
    "Dt": r"\d{4}-\d\d-\d\d",
    "CreDtTm": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ",
}


def hold_against_the_definition(element) -> None:
    """Every element is known, in its order, and its text within what may be said."""
    name = element.tag.partition("}")[2]
    children = [child.tag.partition("}")[2] for child in element]
    if not children:
        assert re.fullmatch(TEXTS[name], element.text), (name, element.text)
    if name in ORDERED:
        allowed = [one.rstrip("*") for one in ORDERED[name].split()]
        places = [allowed.index(child) for child in children]
        assert places == sorted(places), (name, children)
        once = [c for c in children if f"{c}*" not in ORDERED[name]]
        assert len(once) == len(set(once))
    for child in element:
        hold_against_the_definition(child)


def read_csv(content: bytes) -> list[tuple[str, str, int]]:
    rows = list(csv.reader(io.StringIO(content.decode("ascii"))))
    assert {len(row) for row in rows} == {10}
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for row in rows for cell in row)
    return [(row[0], row[1], int(Decimal(row[3]) * 100)) for row in rows]


def read_standard_18(content: bytes) -> list[tuple[str, str, int]]:
    lines = content.decode("ascii").split("\r\n")
    assert lines.pop() == ""
    heads, ends = lines[:4], lines[-3:]
    assert {len(line) for line in heads + ends} == {80}
    records = lines[4:-3]
    assert {len(line) for line in records} == {100}
    found = [(line[:6], line[6:14], int(line[35:46])) for line in records]
    *paid, contra = found
    assert [line[15:17] for line in records] == ["99"] * len(paid) + ["17"]
    total = sum(pence for _, _, pence in paid)
    assert contra == (COUNCIL.sort_code, COUNCIL.number, total)
    trailer = ends[-1]
    assert [int(trailer[a:b]) for a, b in ((4, 17), (17, 30), (30, 37), (37, 44))] == [
        total,
        total,
        1,
        len(paid),
    ]
    return paid


def read_pain_001(content: bytes) -> list[tuple[str, str, int]]:
    root = ElementTree.fromstring(content)
    hold_against_the_definition(root)
    space = "{urn:iso:std:iso:20022:tech:xsd:pain.001.001.09}"
    found = []
    for transfer in root.iter(f"{space}CdtTrfTxInf"):
        sort = next(transfer.iter(f"{space}MmbId")).text
        account = next(transfer.find(f"{space}CdtrAcct").iter(f"{space}Othr"))[0].text
        amount = next(transfer.iter(f"{space}InstdAmt"))
        assert amount.get("Ccy") == "GBP"
        found.append((sort, account, int(Decimal(amount.text) * 100)))
    total = sum(pence for _, _, pence in found)
    for told in root.iter(f"{space}CtrlSum"):
        assert Decimal(told.text) * 100 == total
    return found


READERS = {
    FileFormat.BANK_CSV: read_csv,
    FileFormat.STANDARD_18: read_standard_18,
    FileFormat.PAIN_001: read_pain_001,
}
NAMES = st.text(max_size=80).filter(bank_text)
ACCOUNTS = st.builds(
    Account,
    st.from_regex(r"[0-9]{6}", fullmatch=True),
    st.from_regex(r"[0-9]{8}", fullmatch=True),
    NAMES,
)
PAYMENTS = st.builds(
    Payment,
    ACCOUNTS,
    st.integers(1, 10**9),
    st.builds(reference, st.integers(1, 10**6), st.integers(1, 10**8)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PAYMENTS, min_size=1, max_size=20), st.integers(1, 10**7))
def test_whatever_names_and_sums_another_reader_reads_the_same(payments, number) -> None:
    order = PaymentOrder(number, COUNCIL, tuple(payments), ORDER.made, ORDER.worked, ORDER.arrives)
    asked = [(one.to.sort_code, one.to.number, one.pence) for one in payments]
    for form, reader in READERS.items():
        content = FORMS[form].write(order)
        assert reader(content) == asked, form
        assert FORMS[form].write(order) == content
        controls = FORMS[form].read(content)
        assert (controls.count, controls.pence) == (len(asked), sum(p for _, _, p in asked))


@pytest.mark.parametrize("form", [FileFormat.STANDARD_18, FileFormat.PAIN_001])
def test_a_file_that_does_not_add_up_is_not_read(form: FileFormat) -> None:
    content = FORMS[form].write(ORDER)
    for before, after in ((b"00000123456", b"00000123457"), (b">1234.56<", b">1234.57<")):
        if before in content:
            with pytest.raises(ValueError, match="totals"):
                FORMS[form].read(content.replace(before, after))


def test_a_reference_is_never_cut_and_an_account_is_hidden() -> None:
    assert reference(12, 345) == "R12-S345"
    with pytest.raises(ValueError, match="R123456789"):
        reference(123456789, 123456789)
    assert masked("12345678") == "•••••678"
