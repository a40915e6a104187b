// The keys of every object of a certificate, each once, for writing and for reading. Private to certificate/.
//
// An archive is called with a key and what stands under it: `archive(key, member)` where it always stands, `maybe` where it is
// left out while it is as in a fresh object, `word` for one of a few words, `step` for an earlier step that may be none,
// `value` for a set of values. `seal` says that the object has one.
#pragma once

#include "interpreter/certificate/words.hpp"

#include <type_traits>

namespace warrant::certificates {

template <typename Archive, typename Item>
using Of = std::conditional_t<Archive::writes, const Item, Item>;

template <typename Archive>
void describe(Archive& archive, Of<Archive, Citation>& item) {
    archive.maybe("citation", item.citation);
    archive.word("basis", item.basis, bases);
    archive.maybe("document", item.document);
    archive.maybe("verbatim", item.verbatim);
    archive("at", item.at);
    archive.seal();
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, ChoiceType>& item) {
    archive("name", item.name);
    archive("values", item.values);
    archive.seal();
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, Scale>& item) {
    archive("left", item.left);
    archive("right", item.right);
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, CodeItem>& item) {
    archive.word("kind", item.kind, code_kinds);
    archive("first", item.first);
    archive.maybe("last", item.last);
}

// How values are kept; part of the object that has them.
template <typename Archive>
void describe_form(Archive& archive, Of<Archive, Form>& form) {
    archive.kind("kind", form.kind);
    archive("type", form.type);
    if (form.kind == Kind::choice) archive.choice("choice", form.choice);
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, Statement>& item) {
    archive.value("value", item.value);
    archive.word("standing", item.standing, standings);
    archive.maybe("as_written", item.as_written);
    archive.maybe("document", item.document);
    archive.maybe("page", item.page);
    archive.maybe("date", item.date);
    archive.maybe("by", item.by);
    archive.maybe("note", item.note);
    archive.seal();
}

template <typename Archive>
void describe_entry(Archive& archive, Of<Archive, Entry>& item) {
    archive.word("state", item.state, states);
    archive.value("value", item.value);
    archive.maybe("statements", item.statements);
    archive.maybe("searched", item.searched);
    archive.maybe("preferred", item.preferred);
    archive.maybe("because", item.because);
    archive.maybe("derivation", item.derivation);
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, Entry>& item) {
    describe_entry(archive, item);
    archive.seal();
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, Fact>& item) {
    archive("path", item.path);
    archive("label", item.label);
    describe_form(archive, item.form);
    archive.maybe("never_negative", item.never_negative);
    archive.values_of(item.form);
    describe_entry(archive, item.entry);
    archive.seal();
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, List>& item) {
    archive("path", item.path);
    archive("label", item.label);
    archive("elements", item.elements);
    archive.maybe("open", item.open);
    archive.seal();
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, Field>& item) {
    archive("list", item.list);
    archive("name", item.name);
    archive("label", item.label);
    describe_form(archive, item.form);
    archive.maybe("never_negative", item.never_negative);
    archive.values_of(item.form);
    archive("elements", item.elements);
    archive.seal();
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, Table>& item) {
    archive("name", item.name);
    archive("label", item.label);
    archive("source", item.source);
    archive.seal();
}

template <typename Archive>
void describe_payload(Archive& archive, Of<Archive, Step>& item) {
    switch (payload_of(item.op)) {
        case Payload::set:
            archive.set_of(item);
            break;
        case Payload::fact:
            archive("fact", item.number);
            break;
        case Payload::field:
            archive("field", item.number);
            break;
        case Payload::table:
            archive("table", item.number);
            break;
        case Payload::count:
            archive("needed", item.number);
            break;
        case Payload::flag:
            archive("never_negative", item.number);
            break;
        case Payload::scale:
            archive("scale", item.scale);
            break;
        case Payload::codes:
            archive("codes", item.codes);
            break;
        case Payload::nothing:
            break;
    }
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, Step>& item) {
    archive.number_of_step("step");
    archive.operation("op", item.op);
    archive.maybe("of", item.operands);
    archive.step("list", item.list);
    describe_form(archive, item.form);
    describe_payload(archive, item);
    archive.cells(item);
    archive("at", item.at);
    archive.seal();
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, Derivation>& item) {
    archive.maybe("choices", item.choices);
    archive.within(item);
    archive.maybe("facts", item.facts);
    archive.maybe("lists", item.lists);
    archive.maybe("fields", item.fields);
    archive.maybe("tables", item.tables);
    archive("steps", item.steps);
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, Exception>& item) {
    archive("name", item.name);
    archive("label", item.label);
    archive.maybe("departure", item.departure);
    archive.step("when", item.when);
    archive.step("cap", item.cap);
    archive("source", item.source);
    archive.seal();
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, Criterion>& item) {
    archive("id", item.id);
    archive("label", item.label);
    archive.word("status", item.status, statuses);
    archive.maybe("excludes", item.excludes);
    archive.maybe("generally", item.generally);
    archive.step("applies", item.applies);
    archive.step("condition", item.condition);
    archive.step("holds", item.holds);
    archive.step("truth", item.truth);
    archive.step("silent", item.silent);
    archive("source", item.source);
    archive.maybe("exceptions", item.exceptions);
    archive.seal();
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, Limit>& item) {
    archive("id", item.id);
    archive("label", item.label);
    archive.word("status", item.status, statuses);
    archive.maybe("generally", item.generally);
    archive("quantity", item.quantity);
    archive.step("applies", item.applies);
    archive.step("base", item.base);
    archive.step("cap", item.cap);
    archive.step("silent", item.silent);
    archive("source", item.source);
    archive.maybe("exceptions", item.exceptions);
    archive.seal();
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, Quantity>& item) {
    archive("fact", item.fact);
    archive.step("asked", item.asked);
    archive.step("cap", item.cap);
    archive.step("within", item.within);
    archive("scale", item.scale);
    archive("unit", item.unit);
    archive("base_unit", item.base_unit);
    archive("factor", item.factor);
    archive("divisor", item.divisor);
    archive.word("standing", item.standing, quantity_standings);
    archive.amount("certain", item.certain);
    archive.seal();
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, Assumption>& item) {
    archive("fact", item.fact);
    archive.step("step", item.step);
    archive.maybe("because", item.because);
    archive("source", item.source);
    archive.seal();
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, NamedStep>& item) {
    archive("name", item.name);
    archive("label", item.label);
    archive.step("step", item.step);
    archive("source", item.source);
    archive.seal();
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, Section>& item) {
    archive("name", item.name);
    archive("title", item.title);
    archive("source", item.source);
    archive("edition", item.edition);
    archive.word("status", item.status, statuses_of_guidelines);
    archive.maybe("partial", item.partial);
    archive("provenance", item.provenance);
    archive.seal();
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, Added>& item) {
    archive("section", item.section);
    archive.step("when", item.when);
    archive.seal();
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, Roots>& item) {
    archive.step("not_addressed", item.not_addressed);
    archive.step("none_applies", item.none_applies);
    archive.step("all_criteria", item.all_criteria);
    archive.step("not_supported", item.not_supported);
    archive.step("supported", item.supported);
    archive.seal();
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, Judgement>& item) {
    archive("section", item.section);
    archive.maybe("used", item.used);
    archive.maybe("added", item.added);
    archive.maybe("covers_when", item.covers_when);
    archive("roots", item.roots);
    archive.maybe("criteria", item.criteria);
    archive.maybe("limits", item.limits);
    archive.maybe("quantities", item.quantities);
    archive.maybe("clauses", item.clauses);
    archive.maybe("assumptions", item.assumptions);
    archive.maybe("definitions", item.definitions);
    describe(archive, item.derivation);
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, Candidate>& item) {
    archive.word("finding", item.finding, findings);
    archive.word("as_far_as_encoded", item.as_far_as_encoded, findings);
    archive("sure", item.sure);
    archive.word("edition", item.edition_ground, grounds);
    archive.maybe("of", item.edition_module);
    archive.optional("judgement", item.judgement);
    archive.seal();
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, ProposalRow>& item) {
    archive.word("finding", item.finding, findings);
    archive("outcome", item.outcome);
    archive("words", item.words);
    archive.word("decider", item.decider, deciders);
    archive.maybe("sentence", item.sentence);
    archive.seal();
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, Condition>& item) {
    archive.step("result", item.result);
    describe(archive, item.derivation);
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, Proposal>& item) {
    archive("procedure", item.procedure);
    archive.maybe("outcome", item.outcome);
    archive.maybe("decider", item.decider);
    archive.word("eligibility", item.eligibility, eligibilities);
    archive.maybe("rows", item.rows);
    archive.optional("eligible_when", item.eligible_when);
    archive.seal();
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, Request>& item) {
    archive("request", item.number);
    archive.word("finding", item.finding, findings);
    archive.maybe("disagree", item.disagree);
    archive.optional("proposal", item.proposal);
    archive.maybe("candidates", item.candidates);
    archive.seal();
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, Text>& item) {
    archive("module", item.module);
    archive.maybe("edition", item.edition);
    archive.word("kind", item.kind, text_kinds);
    archive.maybe("standard", item.standard);
    archive("sha256", item.sha256);
    archive.seal();
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, Document>& item) {
    archive("id", item.id);
    archive.maybe("kind", item.kind);
    archive.maybe("title", item.title);
    archive.maybe("date", item.date);
    archive.maybe("known_through", item.known_through);
    archive.maybe("author", item.author);
    archive.seal();
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, Options>& item) {
    archive.maybe("guideline", item.guideline);
    archive.maybe("editions", item.editions);
    archive.maybe("procedure", item.procedure);
    archive.maybe("as_of_first", item.as_of_first);
    archive.maybe("as_of_last", item.as_of_last);
    archive.seal();
}

template <typename Archive>
void describe(Archive& archive, Of<Archive, Certificate>& item) {
    archive.heading();
    archive("case", item.case_name);
    archive("options", item.options);
    archive("texts", item.texts);
    archive.maybe("documents", item.documents);
    archive("requests", item.requests);
}

}  // namespace warrant::certificates
