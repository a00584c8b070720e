"""What is allowed from where: every operation of every system, refusals with their reason, and laws of any sequence."""

from datetime import date
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from einvoice.errors import NotAllowed, UsageError
from einvoice.lifecycle import InvoiceState
from einvoice.lifecycle.machine import ANY, SAME, TRANSITIONS
from einvoice.lifecycle.operations import NATIVE, OPERATIONS
from einvoice.lifecycle.states import FLAGS, NATIVE_STATES, STATEFUL, STATES

SYSTEMS = (None, *STATEFUL)


def states(system=None):
    """Every state, without flags and with all that it can carry."""
    for name in (None, *STATES):
        possible = frozenset(flag for flag in FLAGS if name in FLAGS[flag].states)
        for flags in {frozenset(), possible}:
            yield InvoiceState(name, flags, system)


@pytest.mark.parametrize("system", SYSTEMS)
def test_apply_takes_what_allowed_names_and_nothing_else(system):
    for state in states(system):
        allowed = {each.name: each for each in state.allowed()}
        assert list(allowed) == [name for name in OPERATIONS if name in allowed]
        for name in OPERATIONS:
            if name not in allowed:
                with pytest.raises(NotAllowed) as caught:
                    state.apply(name)
                assert caught.value.message.startswith(f"{name}: ")
                assert caught.value.exit_code == 2
                assert caught.value.fix
                assert set(caught.value.allowed) == {other for other in allowed if allowed[other].native}
                continue
            for target in allowed[name].targets:
                if target is not None:
                    assert state.apply(name, to=target).state == target
            for target in sorted(set(STATES) - set(allowed[name].targets))[:2]:
                with pytest.raises(NotAllowed, match="not to"):
                    state.apply(name, to=target)


@pytest.mark.parametrize("row", TRANSITIONS, ids=lambda row: f"{row.operation}-{'-'.join(row.sources)}-{row.target}")
def test_every_transition_is_done_by_its_systems_and_by_no_other(row):
    sources = row.sources or (None,)
    if sources == (ANY,):
        sources = tuple(name for name, state in STATES.items() if not state.terminal and state.phase == "in force")
    target = "paid" if row.target == ANY else row.target
    for source in sources:
        needed = {flag for flag in row.clears if source in FLAGS[flag].states}
        for system in STATEFUL:
            state = InvoiceState(source, frozenset(needed), system)
            to = source if target == SAME else target
            if system in row.ways:
                after = state.apply(row.operation, to=to)
                assert after.state == to
                assert {flag for flag in row.sets if to in FLAGS[flag].states} <= after.flags
                assert not set(row.clears) & after.flags
            else:
                other_rows = [
                    r
                    for r in TRANSITIONS
                    if r.operation == row.operation and system in r.ways and (source in r.sources or not r.sources)
                ]
                with pytest.raises(NotAllowed):
                    state.apply(row.operation, to=to)
                if not other_rows:
                    with pytest.raises(NotAllowed):
                        state.apply(row.operation)


REFUSED = [
    # case                    state                                                   operation      why, and what to do
    ("cancel_issued", InvoiceState("issued", system="collector"), "cancel", "only from approved", "credit"),
    ("cancel_at_billecta", InvoiceState("draft", system="billecta"), "cancel", "no such operation", "delete"),
    ("edit_issued", InvoiceState("issued", system="billecta"), "update", "only from draft", "credit"),
    ("activate_twice", InvoiceState("issued"), "activate", "only from draft, approved", "From issued"),
    ("create_twice", InvoiceState("draft"), "create", "there is one, draft", "From draft"),
    ("pay_nothing", InvoiceState(), "register_payment", "no document yet", "create"),
    ("resume_running", InvoiceState("sent"), "resume", "needs the flag paused", "pause"),
    ("cancel_no_sale", InvoiceState("sent"), "cancel_sale", "needs the flag sale_requested", "sell"),
    ("revive_cancelled", InvoiceState("cancelled", system="collector"), "activate", "only from approved", "nothing"),
    ("remind_at_rest", InvoiceState("paid"), "remind", "only from sent, overdue", "credit"),
    ("status_of_draft", InvoiceState("draft", system="netvisor"), "set_status", "only from approved", "update"),
    ("deleted", InvoiceState("deleted"), "get", "only from", "nothing"),
]


@pytest.mark.parametrize(("state", "operation", "why", "fix"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED])
def test_refusal_says_why_and_what_would_be_allowed(state, operation, why, fix):
    with pytest.raises(NotAllowed) as caught:
        state.apply(operation)
    assert why in caught.value.message
    assert fix in caught.value.fix


def test_part_of_the_debt_is_said_as_an_amount():
    with pytest.raises(NotAllowed, match="not to issued") as caught:
        InvoiceState("issued").apply("register_payment", to="issued")
    assert "amount and debt" in caught.value.fix
    with pytest.raises(NotAllowed) as caught:
        InvoiceState("approved").apply("activate", to="paid")
    assert caught.value.fix == "Say to, one of issued, sent."


def test_a_life_at_each_system():
    collector = InvoiceState(system="collector").apply("create", to="on_hold").apply("approve").apply("replace")
    collector = collector.apply("activate").apply("send").apply("part_credit")
    assert (collector.state, collector.flags) == ("sent", {"locked", "partially_credited"})
    netvisor = InvoiceState(system="netvisor").apply("create").apply("promote").apply("activate")
    netvisor = netvisor.apply("become_overdue").apply("remind").apply("demand").apply("send_to_collection")
    assert netvisor.flags == {"locked", "reminder_active"}
    back = netvisor.apply("set_status", to="approved")
    assert (back.state, back.flags) == ("approved", frozenset())
    billecta = InvoiceState(system="billecta").apply("create").apply("activate", to="sent")
    paused = billecta.apply("pause").apply("dispute")
    assert paused.flags == {"locked", "paused", "disputed"}
    assert paused.apply("resume").apply("undispute") == billecta
    sold = billecta.apply("sell")
    assert (sold.state, sold.flags) == ("sent", {"locked", "sale_requested"})
    assert sold.apply("cancel_sale") == billecta
    assert sold.apply("sell", to="sold").flags == {"locked"}


def test_order_of_netvisor():
    order = InvoiceState(system="netvisor").apply("create", to="order_open")
    assert [each.name for each in order.allowed() if each.changes] == ["part_activate", "deliver"]
    assert order.apply("deliver").apply("part_activate").state == "order_billed"
    with pytest.raises(NotAllowed):
        InvoiceState("order_open", system="billecta").apply("comment")


def test_money_that_does_not_cover_the_debt():
    sent = InvoiceState("sent", system="billecta")
    part = sent.apply("register_payment", amount=Decimal("40"), debt=Decimal("100"))
    assert (part.state, part.flags) == ("sent", {"partially_paid"})
    assert part.apply("register_payment", amount=Decimal("60"), debt=Decimal("60")).flags == frozenset()
    assert part.apply("write_off").flags == {"partially_paid"}
    netted = sent.apply("settle_against", amount=Decimal("40"), debt=Decimal("100"))
    assert (netted.state, netted.flags) == ("sent", {"partially_credited"})
    refunded = InvoiceState("paid", system="billecta").apply("refund_payment", amount=Decimal(10), debt=Decimal(100))
    assert (refunded.state, refunded.flags) == ("sent", {"partially_paid"})
    with pytest.raises(NotAllowed, match="Netvisor only takes a status"):
        InvoiceState("issued", system="netvisor").apply("register_payment", amount=Decimal(40), debt=Decimal(100))
    for amounts in ({"amount": Decimal(1)}, {"amount": Decimal(0), "debt": Decimal(1)}):
        with pytest.raises(UsageError):
            sent.apply("register_payment", **amounts)
    with pytest.raises(UsageError, match="takes no amount"):
        sent.apply("pause", amount=Decimal(1), debt=Decimal(2))


def test_set_status_wants_a_status_that_can_be_set():
    issued = InvoiceState("issued", system="netvisor")
    with pytest.raises(UsageError, match="to which state"):
        issued.apply("set_status")
    with pytest.raises(NotAllowed, match="not to rejected"):
        issued.apply("set_status", to="rejected")
    assert InvoiceState("paid", system="netvisor").apply("set_status", to="issued").state == "issued"


def test_allowed_names_native_operations_and_doubts():
    allowed = {each.name: each for each in InvoiceState("draft", system="billecta").allowed()}
    assert [each.id for each in allowed["delete"].native] == ["billecta.delete"]
    assert allowed["delete"].doubts == ("billecta.delete: the path follows its neighbours and was not seen in use",)
    assert allowed["activate"].targets == ("issued", "sent")
    overdue = {each.name: each for each in InvoiceState("overdue").allowed("netvisor")}
    assert overdue["extend_due_date"].doubts == ("netvisor.edit: Netvisor names draft, approved, issued, not overdue",)
    assert overdue["remind"].native == (NATIVE["netvisor.set_status"],)
    unseen = {each.name: each for each in InvoiceState("sent", system="collector").allowed()}["register_payment"]
    assert (unseen.native, unseen.ways["collector"][0].kind) == ((), "unseen")


IMPOSSIBLE = [
    ("state", {"state": "lost"}, "no state 'lost'"),
    ("flag", {"state": "issued", "flags": {"glued"}}, "no flag 'glued'"),
    ("locked_draft", {"state": "draft", "flags": {"locked"}}, "cannot be locked"),
    ("flag_of_nothing", {"flags": {"paused"}}, "cannot be paused"),
    ("system", {"state": "issued", "system": "inexchange"}, "InExchange only delivers"),
]


@pytest.mark.parametrize(("fields", "match"), [c[1:] for c in IMPOSSIBLE], ids=[c[0] for c in IMPOSSIBLE])
def test_impossible_states_cannot_be_made(fields, match):
    with pytest.raises(UsageError, match=match):
        InvoiceState(**fields)


# ---------------------------------------------------------------------------------- any sequence

NEVER = {
    # state that is left   and the operations that may leave it
    "paid": {"refund_payment", "credit", "set_status"},
    "written_off": {"set_status"},
    "credited": set(),
    "sold": set(),
    "cancelled": set(),
    "expired": set(),
    "rejected": set(),
    "deleted": set(),
    "order_billed": set(),
    "order_archived": set(),
}
MOVING = {"paused", "disputed", "manual", "sale_requested", "sale_denied", "reminder_active"}
"""What only an invoice in force can be."""


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SYSTEMS), st.booleans(), st.data())
def test_no_sequence_of_allowed_operations_reaches_an_impossible_state(system, read_first, data):
    """Told apart from the tables of the machine: by phases, and by who may leave a closed state."""
    state = InvoiceState(system=system)
    if read_first and system:
        natives = [each for each in NATIVE_STATES if each.system == system and each.state and each.name[0] != "("]
        state = InvoiceState.from_native(system, data.draw(st.sampled_from(natives)).name)[0]
    for _ in range(data.draw(st.integers(1, 12))):
        allowed = [each for each in state.allowed() if each.targets and each.targets != (None,)]
        if not allowed:
            break
        step = data.draw(st.sampled_from(allowed))
        before, state = state, state.apply(step.name, to=data.draw(st.sampled_from(step.targets)))
        assert state.system == system
        phase = STATES[state.state].phase
        if phase != "in force":
            assert not state.flags & MOVING
        if phase in ("in preparation", "ended", "order"):
            assert not state.flags
        assert not (state.state == "paid" and "partially_paid" in state.flags)
        assert not (state.state == "credited" and "partially_credited" in state.flags)
        assert not {"sale_requested", "sale_denied"} <= state.flags
        if before.state is None:
            assert step.name in ("create", "create_verification")
            continue
        if before.state != state.state:
            assert before.state not in NEVER or step.name in NEVER[before.state], step.name
            was = STATES[before.state].phase
            assert (was == "order") == (phase == "order")
            if phase == "in preparation" and was != "in preparation":
                assert step.name == "set_status"
            if phase == "ended":
                assert was == "in preparation" or (step.name == "delete" and before.state == "issued")


def test_every_state_is_reached_but_those_that_only_systems_tell():
    """By operations alone; orders are put away in the user interface."""
    reached, new = set(), {InvoiceState()}
    while new:
        state = new.pop()
        reached.add(state)
        for each in state.allowed():
            new |= {state.apply(each.name, to=to) for to in each.targets if to is not None} - reached
    assert {state.state for state in reached} - {None} == set(STATES) - {"order_archived"}


# ---------------------------------------------------------------------------------- words of the systems


@pytest.mark.parametrize("native", NATIVE_STATES, ids=lambda n: f"{n.system}-{n.name}".replace(" ", "_"))
def test_native_state_is_read_by_name_and_number(native):
    if native.name.startswith("("):
        return
    values = [native.name, native.name.upper(), f" {native.name} "]
    values += [native.code, str(native.code)] if native.code is not None else []
    for value in values:
        state, findings = InvoiceState.from_native(native.system, value)
        if native.state is None:
            assert state is None
            (finding,) = findings
            assert (finding.code, finding.severity) == ("EI-LIFECYCLE-STATE", "warning")
            assert native.name in finding.message
        else:
            assert (state.state, set(state.flags), findings) == (native.state, set(native.flags), ())
            assert state.system == native.system


def test_native_state_that_nobody_knows_is_a_finding():
    state, (finding,) = InvoiceState.from_native("netvisor", "Bezahlt")
    assert state is None
    assert finding.message == "Netvisor says 'Bezahlt', which no table knows"
    assert InvoiceState.from_native("collector", 8)[0] is None


CLOSED = [
    # paid, credited, written off   state, flags
    (("100", None, None), "paid", set()),
    (("0", "100", "0"), "credited", set()),
    ((None, None, "100"), "written_off", set()),
    (("90", "10", "0"), "paid", {"partially_credited"}),
    (("10", "0", "90"), "written_off", {"partially_paid"}),
    (("0", "-100", "0"), "credited", set()),
    (("0", "0", "0"), None, set()),
]


@pytest.mark.parametrize(("sums", "state", "flags"), CLOSED)
def test_completed_of_billecta_is_told_by_its_amounts(sums, state, flags):
    paid, credited, written_off = (None if each is None else Decimal(each) for each in sums)
    found, findings = InvoiceState.from_native(
        "billecta", "Completed", paid=paid, credited=credited, written_off=written_off
    )
    assert (None, set()) == (state, flags) if found is None else (found.state, set(found.flags)) == (state, flags)
    assert bool(findings) == (state is None)


LATE = {"due_date": date(2026, 5, 18), "today": date(2026, 5, 19), "open_amount": Decimal("12.00")}


def test_overdue_of_billecta_is_derived():
    for stage in ("Attested", "InvoiceSent", "Manual"):
        assert InvoiceState.from_native("billecta", stage, **LATE)[0].state == "overdue"
    on_the_day = LATE | {"today": date(2026, 5, 18)}
    assert InvoiceState.from_native("billecta", "Attested", **on_the_day)[0].state == "issued"
    nothing_open = LATE | {"open_amount": Decimal(0)}
    assert InvoiceState.from_native("billecta", "InvoiceSent", **nothing_open)[0].state == "sent"
    assert InvoiceState.from_native("billecta", "Created", **LATE)[0].state == "draft"
    assert InvoiceState.from_native("billecta", "SalesRequested", **LATE)[0].state == "issued"
    assert InvoiceState.from_native("billecta", "Manual", sent=True)[0].state == "sent"


def test_flags_that_the_document_tells_are_kept_where_they_can_be():
    state, _ = InvoiceState.from_native("billecta", 12, flags=("paused", "disputed"))
    assert state.flags == {"locked", "paused", "disputed"}
    assert InvoiceState.from_native("billecta", 7, flags=("paused",))[0].flags == frozenset()


def test_pairs_of_flags_that_a_state_can_carry_can_stand_together():
    for name in STATES:
        possible = [flag for flag in FLAGS if name in FLAGS[flag].states]
        for pair in combinations(possible, 2):
            assert InvoiceState(name, frozenset(pair)).flags == set(pair)
