"""How rules and types hang together: which speak for which, make which together, miss which, answer which, and where the page of each stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from contract_registry.core.rules.rule import SEVERITIES, Family, Rule
from contract_registry.core.rules.rulebook import ClauseType, Pack, Rulebook
from contract_registry.exporting.markdown import Markdown, code, escaped, link
from contract_registry.exporting.plain_words import FAMILIES, uncapitalised

INDEX = "README.md"
_NAMES: Mapping[str, str] = {f"{family}:*": f"any finding on {title}" for family, title in FAMILIES.items()}


@dataclass(frozen=True, slots=True)
class Atlas:
    """The rules and types of a rulebook; every type that a rule has is there, listed or not."""

    rulebook: Rulebook
    types: Mapping[str, ClauseType]

    @classmethod
    def of(cls, rulebook: Rulebook) -> Atlas:
        unlisted = {rule.type: ClauseType(rule.type, rule.type, "") for rule in rulebook.rules if rule.type not in rulebook.types}
        return cls(rulebook, {**rulebook.types, **unlisted})

    def pack_of(self, rule: Rule) -> Pack:
        """The pack that a rule stands in."""
        return next(pack for pack in self.rulebook.packs if pack.id == rule.pack)

    def rules_of_pack(self, pack_id: str) -> tuple[Rule, ...]:
        """The rules of a pack, by their ids."""
        return tuple(rule for rule in self.rulebook.rules if rule.pack == pack_id)

    def rules_of(self, type_name: str) -> tuple[Rule, ...]:
        """The rules that speak for a type, gravest first."""
        return tuple(sorted((rule for rule in self.rulebook.rules if rule.type == type_name), key=_gravest))

    def rules_in(self, family: Family, *, combined: bool = False) -> tuple[Rule, ...]:
        """The rules of a family, gravest first; those that combine others stand apart."""
        return tuple(
            sorted((rule for rule in self.rulebook.rules if rule.family == family and bool(rule.combines) is combined), key=_gravest)
        )

    def types_in(self, family: Family) -> tuple[ClauseType, ...]:
        """The types of a family in the order of the list, without those of combinations."""
        return tuple(
            each for each in self.types.values() if any(rule.family == family and not rule.combines for rule in self.rules_of(each.id))
        )

    def names_for(self, type_name: str) -> frozenset[str]:
        """Every name by which another rule may mean this type."""
        rules = self.rules_of(type_name)
        wider = {f"{rule.family}:*" for rule in rules} | {f"severity:{rule.severity}" for rule in rules}
        return frozenset({type_name, *wider, *(rule.id for rule in rules)})

    def combinations_with(self, type_name: str) -> tuple[Rule, ...]:
        """The rules that make something of this type together with others."""
        names = self.names_for(type_name)
        return tuple(
            rule for rule in self.rulebook.rules if rule.combines and any(not names.isdisjoint(group) for group in rule.combines.groups)
        )

    def absences_asked_by(self, type_name: str) -> tuple[Rule, ...]:
        """The rules that miss something where this type is found."""
        names = self.names_for(type_name)
        return tuple(rule for rule in self.rulebook.rules if rule.absent and not names.isdisjoint(rule.absent.when_found))

    def absences_filled_by(self, type_name: str) -> tuple[Rule, ...]:
        """The rules that miss something unless this type is found."""
        names = self.names_for(type_name)
        return tuple(rule for rule in self.rulebook.rules if rule.absent and not names.isdisjoint(rule.absent.types))

    def answers_to(self, type_name: str) -> tuple[Rule, ...]:
        """The protective rules that answer this type of harm."""
        return tuple(rule for rule in self.rulebook.rules if rule.about == type_name)

    def named(self, name: str, up: str = "../") -> Markdown:
        """A type, rule or family by the name that a rule gives it, linked to its page; `up` leads from the page to the top folder."""
        rule = self.rulebook.rule(name)
        if rule:
            return link(title_of(rule), up + rule_path(rule))
        if name in self.types:
            return link(self.types[name].title, up + type_path(name))
        severity = name.removeprefix("severity:")
        return escaped(_NAMES.get(name) or (f"any {severity} finding" if severity in SEVERITIES else "")) or code(name)

    def listed(self, names: Iterable[str]) -> Markdown:
        """Several such names, one of which is enough."""
        return Markdown(" or ".join(self.named(name) for name in names))

    def combined(self, rule: Rule) -> Markdown:
        """The groups of a combination, one of each."""
        return Markdown("; **with** ".join(self.listed(group) for group in rule.combines.groups)) if rule.combines else Markdown()


def title_of(rule: Rule) -> str:
    """The headline under which a rule speaks."""
    return f"Not found: {uncapitalised(rule.title)}" if rule.absent else rule.title


def rule_path(rule: Rule) -> str:
    """Where the page of a rule stands: `common/moral-waiver.md`."""
    pack, _, stem = rule.id.partition(".")
    return f"{pack}/{stem}.md"


def type_path(type_name: str) -> str:
    """Where the page of a type stands: `types/moral-waiver-general.md`."""
    return f"types/{type_name}.md"


def _gravest(rule: Rule) -> tuple[int, str]:
    return -SEVERITIES.index(rule.severity), rule.id
