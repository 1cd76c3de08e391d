"""Addresses of the pages of money, under /payments/."""

from django.urls import path

from whatmatters.payments.web import (
    bank_pages,
    block_undoing,
    calendar_page,
    contest_pages,
    file_one,
    file_pages,
    fund_pages,
    ledger_entry,
    ledger_list,
    left_out_page,
    remittance_files,
    remittance_pages,
    run_list,
    run_pages,
    spent_page,
)

urlpatterns = [
    path("people/<int:person_id>/spent/", spent_page.money_spent, name="money_spent"),
    path("runs/", run_list.run_list, name="run_list"),
    path("runs/propose/", run_list.run_propose, name="run_propose"),
    path("runs/calendar/", calendar_page.run_calendar, name="run_calendar"),
    path("runs/<int:run_id>/", run_pages.run, name="run"),
    path("runs/<int:run_id>/release/", run_pages.run_release, name="run_release"),
    path("runs/<int:run_id>/left-out/", left_out_page.run_left_out, name="run_left_out"),
    path("runs/<int:run_id>/files/", file_pages.run_files, name="run_files"),
    path("files/<int:file_id>/", file_one.payment_file, name="payment_file"),
    path("files/<int:file_id>/not-sent/", file_one.file_unsent, name="file_unsent"),
    path("blocks/<int:block_id>/undo/", block_undoing.block_undo, name="block_undo"),
    path("blocks/<int:block_id>/correct/", block_undoing.block_correct, name="block_correct"),
    path("payees/", bank_pages.payee_list, name="payee_list"),
    path("payees/<int:payee_id>/", bank_pages.payee, name="payee"),
    path("payees/<int:payee_id>/bank-details/", bank_pages.bank_ask, name="bank_ask"),
    path("bank-details/<int:proposal_id>/", bank_pages.bank_answer, name="bank_answer"),
    path("funds/", fund_pages.funds_checked, name="funds_checked"),
    path("ledger/", ledger_list.ledger, name="ledger"),
    path("ledger/csv/", ledger_list.ledger_csv, name="ledger_csv"),
    path("ledger/<int:entry_id>/", ledger_entry.ledger_entry, name="ledger_entry"),
    path("statements/", remittance_pages.remittance_list, name="remittance_list"),
    path("statements/<int:remittance_id>/", remittance_pages.remittance, name="remittance"),
    path(
        "statements/<int:remittance_id>/csv/",
        remittance_files.remittance_csv,
        name="remittance_csv",
    ),
    path(
        "statements/<int:remittance_id>/print/",
        remittance_files.remittance_print,
        name="remittance_print",
    ),
    path(
        "statements/<int:remittance_id>/pdf/",
        remittance_files.remittance_pdf,
        name="remittance_pdf",
    ),
    path(
        "penalties/<int:finding_id>/contest/", contest_pages.contest_penalty, name="contest_penalty"
    ),
    path(
        "penalties/dissatisfaction/<int:dissatisfied_id>/contest/",
        contest_pages.contest_dissatisfaction,
        name="contest_dissatisfaction",
    ),
    path("contests/<int:contest_id>/", contest_pages.contest_decide, name="contest_decide"),
]
