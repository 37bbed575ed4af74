"""A version that has spoken never says anything else: the lock sees to it, and lets drafts alone."""

from __future__ import annotations

from builders import a_vocabulary, rule_data
from contract_registry.core.rules.rule_file import RuleFile
from contract_registry.core.rules.schema import checked
from contract_registry.core.rules.versions import Locked, broken_promises, lock_is_behind, lock_text, locked_of, parse_lock


def a_file(why: str = "It hurts.", **more: object) -> RuleFile:
    data = rule_data("{gives-up}", why=why, **{"status": "trial", **more})
    return RuleFile("packs/common/test.yaml", "rule", "common", "test", checked("rule", data)[0], {("version",): 3})


def words(version: int = 1, **ideas: object) -> RuleFile:
    return RuleFile("vocabulary/en/words.yaml", "vocabulary", "en", "words", {**a_vocabulary(**ideas), "version": version})


def lock_of(*files: RuleFile, before: dict[str, Locked] | None = None) -> dict[str, Locked]:
    return {line.id: line for line in locked_of(files, before or {})}


def broken(*files: RuleFile, lock: dict[str, Locked]) -> list[str]:
    return [str(complaint) for complaint in broken_promises(files, lock)]


def behind(*files: RuleFile, lock: dict[str, Locked]) -> list[str]:
    return [str(complaint) for complaint in lock_is_behind(files, lock)]


def test_a_lock_is_read_as_it_was_written() -> None:
    lines = locked_of([a_file(), words()], {})

    assert list(parse_lock(lock_text(lines)).values()) == list(lines)
    assert [line.id for line in lines] == ["common.test", "vocabulary/en/words"]


def test_what_has_not_changed_is_in_order() -> None:
    lock = lock_of(a_file(), words())

    assert broken(a_file(), words(), lock=lock) == behind(a_file(), words(), lock=lock) == []


def test_a_change_without_a_new_version_is_refused_with_what_to_write() -> None:
    told = broken(a_file("It hurts a lot."), lock=lock_of(a_file()))

    assert len(told) == 1
    assert told[0].startswith("packs/common/test.yaml:3: version: is still 1, though what it says has changed since version 1 was locked.")
    assert told[0].endswith("Write version: 2, then run `contract-registry rules lock`.")


def test_a_vocabulary_is_held_to_its_version_too() -> None:
    assert "Write version: 2" in broken(words(ghosts={"nouns": ["ghost"]}), lock=lock_of(words()))[0]


def test_with_a_new_version_anything_may_change_until_it_is_locked() -> None:
    lock = lock_of(a_file())

    assert broken(a_file("Otherwise.", version=2), lock=lock) == broken(a_file("Otherwise again.", version=2), lock=lock) == []
    assert "is 2, and rulebook.lock has 1" in behind(a_file("Otherwise.", version=2), lock=lock)[0]


def test_a_version_never_goes_back() -> None:
    assert "goes back from 2 to 1. Write version: 3." in broken(a_file(), lock=lock_of(a_file(version=2)))[0]


def test_standing_and_sign_off_are_no_change() -> None:
    assert broken(a_file(status="stable", sign_off="Somebody else, 2026-02"), lock=lock_of(a_file())) == []


def test_a_draft_is_bound_by_nothing() -> None:
    draft = a_file(status="draft")

    assert lock_of(draft) == {}
    assert broken(draft, lock={}) == behind(draft, lock={}) == []


def test_a_version_that_has_spoken_cannot_be_changed_by_calling_it_a_draft() -> None:
    lock = lock_of(a_file())

    assert "is still 1" in broken(a_file("Otherwise.", status="draft"), lock=lock)[0]


def test_the_next_version_may_be_a_draft_while_the_lock_remembers_the_last() -> None:
    lock = lock_of(a_file())
    draft = a_file("Otherwise.", status="draft", version=2)

    assert broken(draft, lock=lock) == behind(draft, lock=lock) == []
    assert lock_of(draft, before=lock) == lock


def test_an_id_never_vanishes() -> None:
    assert broken(lock=lock_of(a_file())) == [
        "rulebook.lock: common.test: is locked, but no file has this id. Ids never vanish: put it back with `status: retired`."
    ]


def test_a_vocabulary_may_go_if_that_is_meant() -> None:
    assert broken(lock=lock_of(words())) == []
    assert "if that is meant" in behind(lock=lock_of(words()))[0]


def test_a_rule_that_speaks_must_be_in_the_lock() -> None:
    assert "common.test is not in rulebook.lock" in behind(a_file(), lock={})[0]


def test_a_field_that_a_later_form_adds_changes_no_fingerprint() -> None:
    before, after = a_file(), a_file()
    wider = {**after.data, "added_later": [], "also_later": {"deep": ""}, "and_later": None}

    assert lock_of(before) == lock_of(RuleFile(after.name, "rule", "common", "test", wider))


def test_lines_of_no_known_form_are_left_out() -> None:
    assert parse_lock("# a remark\nhalf a line\n\ncommon.test 1 abc\n") == {"common.test": Locked("common.test", 1, "abc")}
