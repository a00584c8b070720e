"""Days that are none, days that shift, and days in the wrong order."""

import doctest
from datetime import UTC, date, datetime, timedelta

import pytest

from einvoice.rules.billecta import days

from .billecta import ANSWER, ENTRY, GONE, check_case, each_case, row

E, W = "error", "warning"

NONE = "0001-01-01T00:00:00"
ISSUED, DUE, DELIVERED, SENT = "/InvoiceDate", "/DueDate", "/DeliveryDate", "/InvoiceSendDateOverride"
START, END = "/Records/0/PeriodStart", "/Records/0/PeriodEnd"
LATE = "2026-04-29T22:00:00Z"

CASES = {
    "EI-BILLECTA-DATE-EMPTY": [
        ("valid_days", ENTRY, {}, []),
        ("valid_null", ENTRY, {DELIVERED: None}, []),
        ("valid_answer", ANSWER, {DELIVERED: NONE}, []),
        ("invalid_invoice_date", ENTRY, {ISSUED: NONE}, [(E, ISSUED)]),
        ("invalid_due_date_with_offset", ENTRY, {DUE: "0001-01-01 00:00:00+00:00"}, [(E, DUE)]),
        ("invalid_due_date_of_an_answer", ANSWER, {DUE: NONE}, [(E, DUE)]),
        ("invalid_delivery", ENTRY, {DELIVERED: NONE}, [(W, DELIVERED)]),
        ("invalid_period", ENTRY, {END: NONE}, [(W, END)]),
    ],
    "EI-BILLECTA-DATE-SHIFT": [
        ("valid_days", ENTRY, {}, []),
        ("valid_local_midnight", ANSWER, {}, []),
        ("valid_utc_midnight", ENTRY, {ISSUED: "2026-05-04T00:00:00Z"}, []),
        ("valid_no_offset", ENTRY, {ISSUED: "2026-05-04 23:59:59"}, []),
        ("invalid_utc_of_local_midnight", ENTRY, {DELIVERED: LATE}, [(W, DELIVERED)]),
        ("invalid_america", ENTRY, {ISSUED: "2026-05-04T20:00:00-05:00"}, [(W, ISSUED)]),
        ("invalid_asia", ENTRY, {DUE: "2026-06-03T00:00:00+0900"}, [(W, DUE)]),
        ("invalid_rows_once", ENTRY, {"/Records": [row(PeriodEnd=LATE), row(2, PeriodEnd=LATE)]}, [(W, END)]),
    ],
    "EI-BILLECTA-DUE-DATE": [
        ("valid_later", ENTRY, {}, []),
        ("valid_same_day", ENTRY, {DUE: "2026-05-04"}, []),
        ("valid_same_day_in_stockholm", ENTRY, {DUE: "2026-05-03T22:00:00Z"}, []),
        ("valid_empty_has_its_own_rule", ENTRY, {DUE: NONE}, []),
        ("invalid_earlier", ENTRY, {DUE: "2026-05-03"}, [(W, DUE)]),
    ],
    "EI-BILLECTA-SEND-DATE": [
        ("valid_none", ENTRY, {}, []),
        ("valid_between", ENTRY, {SENT: "2026-05-05"}, []),
        ("valid_ends", ENTRY, {SENT: "2026-05-04"}, []),
        ("invalid_before_the_invoice", ENTRY, {SENT: "2026-05-03"}, [(W, SENT)]),
        ("invalid_after_it_is_due", ENTRY, {SENT: "2026-06-04"}, [(W, SENT)]),
    ],
    "EI-BILLECTA-PERIOD": [
        ("valid_none", ENTRY, {}, []),
        ("valid_month", ENTRY, {START: "2026-04-01", END: "2026-04-30"}, []),
        ("valid_day", ENTRY, {START: "2026-04-30", END: "2026-04-30"}, []),
        ("valid_open", ENTRY, {START: "2026-04-30"}, []),
        ("invalid_exchanged", ENTRY, {START: "2026-04-30", END: "2026-04-01"}, [(E, START)]),
    ],
}  # fmt: skip


@each_case(CASES)
def test_dates(code, case, base, changes, expected, context):
    check_case(code, case, base, changes, expected, context)


def test_a_missing_date_is_silent():
    check_case("EI-BILLECTA-DUE-DATE", "valid_gone", ENTRY, {ISSUED: GONE, DUE: GONE, SENT: "2026-05-03"}, [], None)


DAYS = [
    # text, written, in Stockholm
    ("2021-01-20 16:02:04+01:00",        "2021-01-20", "2021-01-20"),
    ("2021-06-26T20:59:01.864227+00:00", "2021-06-26", "2021-06-26"),
    ("2017-09-05 04:13:42",              "2017-09-05", "2017-09-05"),
    ("2020-12-31T23:30:00+0000",         "2020-12-31", "2021-01-01"),
    ("2020-12-31",                       "2020-12-31", "2020-12-31"),
    ("2026-03-29T00:59:59Z",             "2026-03-29", "2026-03-29"),  # an hour before midnight would show the change
    ("2026-03-28T22:59:59Z",             "2026-03-28", "2026-03-28"),  # winter time, 23:59:59
    ("2026-03-29T22:00:00Z",             "2026-03-29", "2026-03-30"),  # summer time, midnight
    ("2026-10-24T22:00:00Z",             "2026-10-24", "2026-10-25"),  # still summer time
    ("2026-10-25T22:30:00Z",             "2026-10-25", "2026-10-25"),  # winter time, 23:30
    ("9999-12-31T23:59:59Z",             "9999-12-31", "9999-12-31"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "written", "stockholm"), DAYS)
def test_day(text, written, stockholm):
    assert days.read(text) == (date.fromisoformat(written), date.fromisoformat(stockholm))


@pytest.mark.parametrize("text", ["", "2026-02-30", "20260504", "den 4 maj", "2026-05-04T25:00:00Z", "2026-05-04T10"])
def test_what_is_no_day(text):
    assert days.read(text) is None


def test_summer_time_is_that_of_the_table_of_time_zones():
    zoneinfo = pytest.importorskip("zoneinfo")
    try:
        stockholm = zoneinfo.ZoneInfo("Europe/Stockholm")
    except zoneinfo.ZoneInfoNotFoundError:
        pytest.skip("no table of time zones on this system")
    start = datetime(1996, 1, 1, tzinfo=UTC)
    for hours in range(0, 24 * 366 * 12, 7):
        moment = start + timedelta(hours=hours * 3)
        assert days.read(f"{moment:%Y-%m-%dT%H:%M:%SZ}").stockholm == moment.astimezone(stockholm).date()


def test_examples():
    assert doctest.testmod(days).failed == 0
