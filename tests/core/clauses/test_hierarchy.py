"""Blocks hang where a reader would hang them: numbers, headings, lists, lead-ins, schedules."""

from __future__ import annotations

import pytest

from builders import a_document, a_laid_out_document
from contract_registry.core.clauses.hierarchy import clauses_of
from contract_registry.core.clauses.tree import Clause


def tree_of(marked: str) -> tuple[str, tuple[Clause, ...]]:
    document = a_laid_out_document(marked)
    return document.text, clauses_of(document)


def numbers_of(marked: str) -> list[str]:
    return [clause.number for clause in tree_of(marked)[1]]


def saying(text: str, clauses: tuple[Clause, ...], words: str) -> Clause:
    return next(clause for clause in clauses if words in clause.own.of(text))


def led(marked: str, words: str) -> list[str]:
    text, clauses = tree_of(marked)
    return [span.of(text) for span in saying(text, clauses, words).lead_in]


def parent_of(marked: str, words: str) -> str:
    text, clauses = tree_of(marked)
    parent = saying(text, clauses, words).parent
    return "" if parent is None else clauses[parent].own.of(text)


def test_full_numbers_are_composed_from_the_ancestors():
    marked = "4. Grant of Rights\n4.2 The Author grants:\n(a) to print;\n(b) to sell:\n(i) at home;\n(ii) abroad.\n5. Term"

    assert numbers_of(marked) == ["4", "4.2", "4.2(a)", "4.2(b)", "4.2(b)(i)", "4.2(b)(ii)", "5"]


def test_an_i_after_h_is_a_letter_and_after_a_colon_a_numeral():
    letters = "\n".join(f"({letter}) the {letter} right;" for letter in "abcdefghij")

    assert numbers_of(f"4. The Author grants:\n{letters}")[-2:] == ["4(i)", "4(j)"]
    assert numbers_of("4. The Author grants:\n(a) rights:\n(i) at home\n(ii) abroad\n(b) more")[2:] == ["4(a)(i)", "4(a)(ii)", "4(b)"]


@pytest.mark.parametrize(
    ("marked", "numbers"),
    [
        ("Article IV\nSection 4.1 The Author grants.\n(a) It is final.", ["Article IV", "Section 4.1", "Section 4.1(a)"]),
        ("§ 3 Nutzungsrechte\n(1) Der Verlag darf drucken.\n(2) Er zahlt.", ["§ 3", "§ 3(1)", "§ 3(2)"]),
        ("The parties agree.\nSchedule 2\n1. Fees\n1.1 The fee is £5.", ["", "Schedule 2", "Schedule 2, 1", "Schedule 2, 1.1"]),
        ("1. Grant.\nA. All rights.\nB. All media.\n2. Term.", ["1", "1(A)", "1(B)", "2"]),
        ("Exhibit 10.4\n1. Grant. The Author grants.", ["Exhibit 10.4", "1"]),
        ("A. The Author writes.\nB. Acme prints.\n1. Grant.\n2. Term.", ["A", "B", "1", "2"]),
        ("A. Grant. Of rights.\n1. All rights.\nB. Fee. Of money.\n1. The fee is £5.", ["A", "A.1", "B", "B.1"]),
        ("A. It grants:\n1. print.\nB. The fee is paid.\n1. At once.", ["A", "A.1", "B", "B.1"]),
        ("4. Services. Those below.\nA. Public Relations.\n1. Press. One interview.\n5. Fee.", ["4", "4(A)", "4(A)(1)", "5"]),
        ("4.1 One right.\n4.2 Another right.\n6.1 A third right.", ["4.1", "4.2", "6.1"]),
    ],
)
def test_numbers_are_cited_as_a_reader_would(marked, numbers):
    assert numbers_of(marked) == numbers


def test_a_fourth_level_in_brackets_is_cited_below_the_third():
    marked = "2. Terms. All.\n(c) Distribution.\n(a) One:\n(i) Releases. Some.\n(A) Least. Some.\n(1) Major. Some.\n(2) Minor. Some.\n(ii) More. Some.\n(b) Two."

    assert numbers_of(marked)[-6:] == ["2(a)(i)", "2(a)(i)(A)", "2(a)(i)(A)(1)", "2(a)(i)(A)(2)", "2(a)(ii)", "2(b)"]


@pytest.mark.parametrize(
    "between",
    [
        "To Producer:",
        "CONFIDENTIAL",
        "Meridian Syndicate\nTo Producer:",
        "CONFIDENTIAL\nThis page counts as a part of the terms above it and ends here.",
    ],
)
def test_a_line_like_a_heading_does_not_end_a_list_that_goes_on_counting(between):
    marked = f"17. Notices and the like. To each.\n(a) In writing. At home.\n{between}\n(b) By post. At work."
    lettered = f"GENERAL PROVISIONS\nA. Assignment. It may be assigned to anybody at any time and without asking anybody.\n{between}\nB. Notices. In writing."

    assert [number for number in numbers_of(marked) if number] == ["17", "17(a)", "17(b)"]
    assert [number for number in numbers_of(lettered) if number] == ["A", "B"]


def test_the_last_word_of_a_sentence_cut_in_two_is_no_heading():
    marked = "6.1 Ownership.\nNothing is licensed to anybody pursuant to this\nAgreement.\n6.1.1 Works made together belong to both parties in equal shares."
    text, clauses = tree_of(marked)

    assert saying(text, clauses, "Works made together").heading == "Ownership"


def test_a_heading_is_cited_without_the_stop_at_its_end():
    _, clauses = tree_of("11.1 Tax Treatment.\n11.1.1 The parties agree.\n11.2 Acme Ltd.\n11.2.1 It agrees.")

    assert [clause.heading for clause in clauses] == ["Tax Treatment", "Tax Treatment", "Acme Ltd.", "Acme Ltd."]


def test_the_title_of_a_contract_heads_none_of_its_clauses():
    text, clauses = tree_of(
        "CONTRIBUTOR AGREEMENT\nBetween Ann and Acme.\n1. Grant. Ann grants all rights.\n2. The fee is £5.\n(a) It is paid once."
    )

    assert [clause.heading for clause in clauses[2:]] == ["Grant", "", ""]
    assert saying(text, clauses, "Between Ann").heading == "CONTRIBUTOR AGREEMENT"


def test_a_letter_alone_is_no_heading():
    _, clauses = tree_of("2. Notices. In writing.\nJ. Reverse License. Acme grants all.")

    assert clauses[1].heading in ("Notices", "")


@pytest.mark.parametrize("foot", ["Meridian Syndicate - Contributor Agreement (rev. 03/26)", "Acme Standard Terms v2.1"])
def test_the_foot_of_a_page_is_no_heading(foot):
    marked = f"CONTRIBUTOR AGREEMENT\nBetween Ann and Acme.\nOf 5 May.\n4. Grant. All rights.\n{foot}\n5. The fee is £5.\n(a) It is paid once, and at the end of the month."
    text, clauses = tree_of(marked)

    assert saying(text, clauses, "The fee").heading == ""
    assert saying(text, clauses, "The fee").parent == clauses[3].parent
    assert saying(text, clauses, foot).kind == "operative"


def test_what_stands_beside_the_text_does_not_make_a_schedule_of_the_document():
    document = a_document("1\nExhibit 10.16\n1. Grant. The Author grants all rights.")

    assert [clause.number for clause in clauses_of(document)][-1] == "1"


def test_a_number_that_follows_on_nothing_is_a_name():
    assert numbers_of("A. Grant of rights to the Publisher.\nJ. Smith agrees to it.") == ["A", ""]


def test_headings_rank_as_their_file_says():
    marked = "# Terms\n## Your content\nYou own it.\n### Licence\nYou grant us a licence.\n## Payment\nWe pay."

    assert parent_of(marked, "You grant us") == "Licence"
    assert parent_of(marked, "Licence") == "Your content"
    assert parent_of(marked, "We pay") == "Payment"


def test_numbers_rank_over_headings_of_one_rank():
    assert parent_of("### 4. Rights\n### 4.1 Grant\nThe Author grants all.", "4.1 Grant") == "4. Rights"


def test_lettered_headings_go_on_counting():
    assert numbers_of("## 1. Terms\n### a. Services\nOurs.\n### b. Content\nYours.\n## 2. Law")[1::2] == ["1(a)", "1(b)", "2"]


@pytest.mark.parametrize(
    ("line", "heading", "body"),
    [
        ("4.1 Grant of Rights. The Author grants all rights.", "Grant of Rights", "The Author grants all rights."),
        ("Moral rights: You waive all moral rights.", "Moral rights", "You waive all moral rights."),
        ("1. License - Individual grants Acme a licence.", "License", "Individual grants Acme a licence."),
        ("2. USE OF WORK The Publisher may use the Work.", "USE OF WORK", "The Publisher may use the Work."),
        ("Governing Law; Consent to Jurisdiction. The law of England.", "Governing Law; Consent to Jurisdiction", "The law of England."),
        ("Territory: Universe", "Territory", "Universe"),
    ],
)
def test_a_heading_that_runs_in_is_set_apart(line, heading, body):
    text, (clause,) = tree_of(line)

    assert (clause.heading, clause.body.of(text)) == (heading, body)


@pytest.mark.parametrize(
    "line",
    [
        "You may not: copy the app",
        "Time is of the essence. The Author agrees.",
        "For the avoidance of doubt: nothing is granted.",
        "The Author grants the Publisher all rights. The Publisher pays.",
        "THE CONTEST IS VOID WHERE PROHIBITED. YOU AGREE.",
    ],
)
def test_a_sentence_is_no_heading(line):
    text, (clause,) = tree_of(line)

    assert (clause.heading, clause.body.of(text)) == ("", line)


def test_a_heading_is_inherited_by_what_stands_under_it():
    text, clauses = tree_of("4.1 Grant of Rights. The Author grants:\n(a) all rights;\n(b) all media.\n4.2 The Publisher pays.")

    assert saying(text, clauses, "all media").heading == "Grant of Rights"
    assert saying(text, clauses, "pays").heading == ""


def test_a_short_line_before_longer_text_is_a_heading():
    _, clauses = tree_of("MORAL RIGHTS\nThe Author waives all moral rights in the Work, whatever they are called and wherever they arise.")

    assert clauses[0].kind == "heading"
    assert clauses[1].heading == "MORAL RIGHTS"


def test_a_list_carries_the_sentence_that_leads_into_it():
    marked = "We like your work. We may use your content to:\n- train our models;\n- show advertising.\nYou keep your copyright."

    assert led(marked, "train our models") == ["We may use your content to:"]
    assert led(marked, "show advertising") == ["We may use your content to:"]
    assert led(marked, "You keep") == []


def test_lead_ins_carry_through_two_levels():
    marked = (
        "4. The Publisher may, without asking:\n(a) license the Work to:\n(i) third parties; and\n(ii) machines.\n5. The Publisher pays."
    )

    assert led(marked, "machines") == ["The Publisher may, without asking:", "license the Work to:"]
    assert led(marked, "pays") == []


@pytest.mark.parametrize(
    "lead",
    ["The Publisher may", "You agree that we can", "The Author shall not:", "Use is permitted only for —", "You agree to the following."],
)
def test_an_unfinished_sentence_leads_in(lead):
    assert led(f"{lead}\n- use the Work for ever", "for ever") == [lead]


@pytest.mark.parametrize("line", ["We respect creators.", "## Your content", "Licence"])
def test_a_finished_sentence_or_a_title_does_not(line):
    assert led(f"{line}\n- use the Work for ever", "for ever") == []


def test_a_heading_that_reads_as_one_leads_in():
    assert led("## You may not:\n- sell our content", "sell") == ["You may not:"]


def test_the_formula_before_the_terms_leads_into_none_of_them():
    assert led("NOW, THEREFORE, the parties agree as follows:\n1. The Author grants all rights.", "grants") == []


def test_a_line_that_names_the_parties_leads_into_none_of_the_clauses():
    marked = "AGREEMENT between Acme Ltd (“Publisher”) and Jane Doe (“Illustrator”)\n1. The Illustrator assigns all rights."

    assert led(marked, "assigns") == []
    assert parent_of(marked, "assigns") == ""


def test_items_that_nothing_marks_are_items():
    marked = "You agree not to:\nupload anything unlawful;\ncopy the service; or\nsell it.\nWe may end your account."

    assert led(marked, "sell it") == ["You agree not to:"]
    assert led(marked, "We may end") == []


def test_the_closing_words_of_a_list_stand_beside_its_items():
    marked = "4. The Publisher may:\n(a) print the Work; and\n(b) sell it,\nin each case without further payment.\n5. The Author agrees."

    assert parent_of(marked, "in each case") == "4. The Publisher may:"
    assert led(marked, "in each case") == ["The Publisher may:"]


def test_the_closing_words_of_a_list_hold_for_each_item_of_it():
    marked = (
        "4. The Publisher may:\n(a) print the Work:\n(i) at home; or\n(ii) abroad; or\n(b) sell it,\nonly with the Author's consent. It is final.\n"
        "5. The Author may:\n(a) read it."
    )
    text, clauses = tree_of(marked)
    closed = {clause.number: [span.of(text) for span in clause.closing] for clause in clauses}

    assert [number for number, closing in closed.items() if closing == ["only with the Author's consent."]] == [
        "4(a)",
        "4(a)(i)",
        "4(a)(ii)",
        "4(b)",
    ]
    assert closed["5(a)"] == []


def test_an_unnumbered_paragraph_hangs_under_the_clause_above():
    marked = "4.1 The Author grants all rights.\nThis does not include film rights.\n4.2 The Publisher pays."

    assert parent_of(marked, "film rights") == "4.1 The Author grants all rights."


def test_a_list_goes_on_after_a_paragraph_between_its_items():
    assert numbers_of("4. The Publisher may:\n(a) print the Work;\nThis includes e-books.\n(b) sell it.") == ["4", "4(a)", "", "4(b)"]


def test_nested_bullets_hang_by_depth():
    marked = "You may not:\n- harm others:\n  - by threats\n  - by spam\n- copy us"

    assert led(marked, "by spam") == ["You may not:", "harm others:"]
    assert led(marked, "copy us") == ["You may not:"]


def test_clauses_run_together_in_one_block_are_told_apart():
    words = "Ann gives Acme all rights in her name, voice and likeness, for ever and everywhere, in all media."
    document = a_document(f"1. Intro - {words} 2. License - {words} 3. Fee - {words}")

    assert [(clause.number, clause.heading) for clause in clauses_of(document)] == [("1", "Intro"), ("2", "License"), ("3", "Fee")]


def test_schedules_named_in_a_list_are_not_begun_by_it():
    marked = "The following form part of this agreement:\nAnnex A - Fees\nAnnex B - Works\nThe parties agree.\n1. The Author grants."

    assert numbers_of(marked)[-1] == "1"


def test_a_line_that_returns_on_every_page_does_not_end_a_list():
    marked = "4. The Publisher may:\n(a) print the Work;\nAcme Agreement Page 1 of 9\n(b) sell it;\nAcme Agreement Page 2 of 9\n(c) lend it.\nAcme Agreement Page 3 of 9"

    assert [number for number in numbers_of(marked) if number] == ["4", "4(a)", "4(b)", "4(c)"]


def test_a_list_nested_without_end_stays_shallow():
    _, clauses = tree_of("\n".join(f"{'  ' * depth}- item {depth}:" for depth in range(200)))

    assert max(clause.level for clause in clauses) < 40
    assert max(len(clause.lead_in) for clause in clauses) < 40
