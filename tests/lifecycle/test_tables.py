"""The tables of the room: they agree with each other, and with the facts they were made from."""

import json

import pytest

from einvoice.errors import UsageError
from einvoice.lifecycle import tables
from einvoice.lifecycle.machine import ALL, ANY, SAME, TRANSITIONS
from einvoice.lifecycle.operations import FAULTS, NATIVE, OPERATIONS, native_operations, operation_named
from einvoice.lifecycle.states import FLAGS, NATIVE_STATES, STATEFUL, STATES, native_state

NAMES = ("states", "flags", "native_states", "operations", "transitions", "native_operations", "parameters", "faults")


def supports(system: str, operation: str) -> bool:
    """Say whether *system* has the neutral *operation*; what it does by itself counts."""
    ways = [way for row in ALL if row.operation == operation for way in row.ways.get(system, ())]
    return any(way.kind in ("call", "automatic") for way in ways)


@pytest.mark.parametrize("name", NAMES)
def test_table_has_a_key_and_no_row_twice(name):
    found = [tuple(row.values()) for row in tables.rows(name)]
    assert found
    assert len(set(found)) == len(found)
    assert all(None not in row for row in found), "a row has more or fewer cells than the head"


def test_states_and_operations_that_tables_name_exist():
    words = {ANY, SAME}
    for row in TRANSITIONS:
        assert row.operation in OPERATIONS
        assert {*row.sources, row.target} <= set(STATES) | words
        assert {*row.sets, *row.clears} <= set(FLAGS)
    for operation in NATIVE.values():
        assert {operation.neutral, *operation.also} <= set(OPERATIONS)
        assert {*operation.needs, *operation.results} <= set(STATES) | words
        assert operation.flag is None or operation.flag in FLAGS
    for flag in FLAGS.values():
        assert flag.states <= set(STATES)
    for native in NATIVE_STATES:
        assert {native.state, *native.choices} - {None} <= set(STATES)
        assert set(native.flags) <= set(FLAGS)
        assert all(native.state in FLAGS[flag].states for flag in native.flags)
    assert {name for operation in OPERATIONS.values() for name in operation.instead} <= set(OPERATIONS)
    assert {row["operation"] for row in tables.rows("parameters")} <= set(NATIVE)


def test_a_way_of_a_transition_says_that_it_does_the_operation():
    """`NativeOperation.neutral` and `also` say the same as the table of transitions."""
    by_ways = {
        (each.id, row.operation)
        for row in TRANSITIONS
        for ways in row.ways.values()
        for way in ways
        for each in (way.operations if len(way.operations) == 1 else way.operations[:1])
    }
    by_operations = {(each.id, name) for each in NATIVE.values() for name in (each.neutral, *each.also)}
    told = {row.operation for row in TRANSITIONS}
    assert by_ways - by_operations == set()
    # attest of Billecta and activation of Collector deliver as well, which the table words as automatic for the latter
    assert {pair for pair in by_operations - by_ways if pair[1] in told} == {("collector.activate", "send")}


def test_path_of_an_operation_is_known_as_far_as_its_confidence_says():
    for operation in NATIVE.values():
        has_path = operation.path is not None and operation.method is not None
        assert (operation.confidence == "unknown") == (not has_path and operation.system != "collector"), operation.id
        assert (operation.soap_action is not None) == (operation.system == "collector")


def test_names_that_nobody_has_are_refused_with_the_nearest():
    with pytest.raises(UsageError, match="activate"):
        operation_named("aktivate")
    with pytest.raises(UsageError, match="collector, netvisor, billecta"):
        native_state("inexchange", "Sent")
    assert native_operations("activate", "netvisor") == (NATIVE["netvisor.edit"], NATIVE["netvisor.set_status"])


# ---------------------------------------------------------------------------------- against the facts


@pytest.fixture(scope="module")
def facts(shared):
    return json.loads(shared("facts", "lifecycle.json").read_text(encoding="utf-8"))


@pytest.mark.conformance
def test_states_flags_and_operations_are_those_of_the_facts(facts):
    neutral = facts["neutral"]
    assert {each["name"]: each["terminal"] for each in neutral["states"]} == {
        name: state.terminal for name, state in STATES.items()
    }
    assert [each["name"] for each in neutral["flags"]] == list(FLAGS)
    assert {each["name"]: set(each["systems"]) for each in neutral["operations"]} == {
        name: {system for system in STATEFUL if supports(system, name)} for name in OPERATIONS
    }


@pytest.mark.conformance
def test_transitions_are_those_of_the_facts(facts):
    expected = facts["neutral"]["transitions"]
    assert len(TRANSITIONS) == len(expected)
    for row, each in zip(TRANSITIONS, expected, strict=True):
        assert row.operation == each["operation"]
        assert list(row.sources) == each["from"]
        assert row.target == each["to"]
        assert (list(row.sets), list(row.clears)) == (each["set_flags"], each["clear_flags"])
        assert bool(row.guard) == bool(each["guard"])
        for system in STATEFUL:
            ways = row.ways.get(system, ())
            assert bool(ways) == (each[system] is not None), (row.operation, system)
            assert any(way.kind == "unseen" for way in ways) == (each[system] == "not reported")
            assert any(way.kind == "screen" for way in ways) == (each[system] == "user interface only")
            assert any(way.kind == "automatic" for way in ways) == (
                (each[system] or "").startswith("automatic") or "; automatic" in (each[system] or "")
                or (each[system] or "").endswith(", automatic")
            )  # fmt: skip


@pytest.mark.conformance
def test_native_operations_and_parameters_are_those_of_the_facts(facts):
    assert [each["id"] for each in facts["operations"]] == list(NATIVE)
    required = {True: "yes", False: "no"}
    for each in facts["operations"]:
        mine, form = NATIVE[each["id"]], each["form"]
        assert (mine.system, mine.name, mine.neutral) == (each["system"], each["name"], each["neutral"])
        assert list(mine.also) == each.get("also_neutral", [])
        assert mine.confidence == each["confidence"]
        assert mine.request == each.get("request_view")
        assert mine.soap_action == form.get("soap_action_v31")
        if form["kind"] == "http":
            assert (mine.method, mine.path) == (form["method"], form["path"])
        needs = ["any" if name.startswith("any") else name for name in each["precondition"]]
        assert list(mine.needs) == needs
        flags = [name.removeprefix("any with flag ") for name in each["precondition"] if "flag" in name]
        assert [mine.flag] * bool(mine.flag) == flags
        assert [(p.name, p.place, p.type, p.required, p.max) for p in mine.parameters] == [
            (p["name"], p["in"], p["type"], required.get(p["required"], p["required"]), p.get("max"))
            for p in each["parameters"]
        ]
        assert all(p.meaning for p in mine.parameters)


@pytest.mark.conformance
def test_native_states_and_faults_are_those_of_the_facts(facts):
    expected = [
        (system, each["native"], each["code"], each["neutral"], tuple(each["flags"]), tuple(each.get("choices", ())))
        for system, rows in facts["state_maps"].items()
        for each in rows
    ]
    assert [(n.system, n.name, n.code, n.state, n.flags, n.choices) for n in NATIVE_STATES] == expected
    assert [each["code"] for each in facts["collector_faults"]] == list(FAULTS)
    assert all(fault.meaning and fault.fix for fault in FAULTS.values())
