// Chooses a place by chance and changes what stands there.
#include "tests/unit/certificate/spoil.hpp"

#include <openssl/evp.h>

#include <array>
#include <set>
#include <vector>

namespace warrant::oracle {
namespace {

std::string sha256_of(const std::string& text) {
    std::array<unsigned char, 32> bytes{};
    unsigned int size = 0;
    EVP_Digest(text.data(), text.size(), bytes.data(), &size, EVP_sha256(), nullptr);
    std::string hex;
    for (const unsigned char byte : bytes) {
        for (const int digit : {byte >> 4, byte & 15}) hex += "0123456789abcdef"[digit];
    }
    return hex;
}

// Every place of a certificate.
void collect(SortedJson& json, std::vector<SortedJson*>& places) {
    places.push_back(&json);
    if (!json.is_structured()) return;
    for (SortedJson& item : json) collect(item, places);
}

void change_scalar(SortedJson& json, Random& random) {
    if (json.is_boolean()) {
        json = random.chance(70) ? SortedJson(!json.get<bool>()) : SortedJson(nullptr);
    } else if (json.is_number_integer()) {
        json = json.get<std::int64_t>() + random.between(1, 3) * (random.chance(50) ? 1 : -1);
    } else if (json.is_null()) {
        json = random.chance(50) ? SortedJson(true) : SortedJson("1");
    } else {
        std::string text = json.get<std::string>();
        const std::size_t at = text.empty() ? 0 : random.below(text.size());
        const bool plain = !text.empty() && static_cast<unsigned char>(text[at]) < 0x80;  // the text stays UTF-8
        if (!plain || random.chance(30)) text += "1";
        else text[at] = static_cast<char>('a' + random.below(26));
        json = text;
    }
}

void change(SortedJson& json, Random& random) {
    if (!json.is_structured()) return change_scalar(json, random);
    const std::size_t kind = json.empty() ? 2 : random.below(3);
    if (json.is_array()) {
        if (kind == 0) json.erase(json.begin() + static_cast<std::ptrdiff_t>(random.below(json.size())));
        else if (kind == 1) json.push_back(json[random.below(json.size())]);
        else if (!json.empty() && json.front() != json.back()) std::swap(json.front(), json.back());
        else json.push_back(nullptr);
        return;
    }
    auto member = json.begin();
    if (!json.empty()) std::advance(member, static_cast<std::ptrdiff_t>(random.below(json.size())));
    if (kind == 0) json.erase(member);
    else if (kind == 1) member.value() = random.chance(50) ? SortedJson(nullptr) : SortedJson("changed");
    else json["unheard_of"] = true;
}

// Places of values that follow from others: of steps, parts, quantities, findings, proposals, facts.
void collect_derived(SortedJson& json, std::vector<SortedJson*>& places) {
    static const std::set<std::string> derived = {
        "value",   "values",   "error",       "errors",  "finding", "as_far_as_encoded", "status", "standing",
        "certain", "disagree", "eligibility", "outcome", "decider"};
    // What a document states, what a table proposes, and how reviewed a guideline is stand at the beginning of everything.
    const bool is_row = json.is_object() && json.contains("words");
    const bool is_statement = json.is_object() && json.contains("as_written");
    const bool is_section = json.is_object() && json.contains("title");
    for (auto member = json.begin(); member != json.end(); ++member) {
        const bool follows = json.is_object() && derived.count(member.key()) != 0 && !is_row && !is_statement && !is_section &&
                             (member.key() != "values" || json.contains("op"));
        if (follows) places.push_back(&*member);
        if (member->is_structured()) collect_derived(*member, places);
    }
}

// Another of the words that may stand in a place, or another value.
void change_value(SortedJson& json, Random& random) {
    static const std::vector<std::vector<std::string>> words = {
        {"supported", "partly supported", "not supported", "undetermined", "not addressed"},
        {"not applicable", "met", "excepted", "not met", "unknown"},
        {"within", "exceeded", "unclear"},
        {"no condition", "eligible", "not eligible", "not shown"},
        {"granted", "refused"}};
    if (json.is_array() && !json.empty()) return change_value(json[random.below(json.size())], random);
    if (json.is_boolean() || json.is_null()) {
        const SortedJson before = json;
        while (json == before) json = random.chance(50) ? SortedJson(nullptr) : SortedJson(random.chance(50));
        return;
    }
    if (!json.is_string()) return change(json, random);
    const std::string before = json.get<std::string>();
    for (const std::vector<std::string>& group : words) {
        for (const std::string& word : group) {
            if (word != before) continue;
            while (json == before) json = random.pick(group);
            return;
        }
    }
    json = random.chance(50) ? before + "1" : "1" + before;
}

std::string sealed_text(SortedJson& json, bool whole) {
    if (!json.is_structured()) return json.dump();
    std::string digest;
    if (json.is_object() && json.contains("seal")) {
        json.erase("seal");
        if (whole) digest = json["digest"].get<std::string>();
        if (whole) json.erase("digest");
        for (SortedJson& item : json) sealed_text(item, false);
        json["seal"] = sha256_of(json.dump()).substr(0, 16);
        if (whole) json["digest"] = digest;
    } else {
        for (SortedJson& item : json) sealed_text(item, false);
    }
    return {};
}

}  // namespace

std::string digest_of(const SortedJson& certificate) {
    SortedJson content = certificate;
    content.erase("digest");
    return sha256_of(content.dump());
}

void reseal(SortedJson& certificate) {
    sealed_text(certificate, true);
}

std::string spoil_byte(const std::string& text, Random& random) {
    std::string spoilt = text;
    const std::size_t at = random.below(text.size());
    const char byte = static_cast<char>(random.chance(80) ? 32 + random.below(95) : random.below(256));
    const std::size_t kind = random.below(3);
    if (kind == 0) spoilt[at] = byte;
    else if (kind == 1) spoilt.erase(at, 1);
    else spoilt.insert(at, 1, byte);
    return spoilt;
}

SortedJson spoil_field(const SortedJson& certificate, Random& random) {
    SortedJson spoilt = certificate;
    while (spoilt == certificate) {
        std::vector<SortedJson*> places;
        collect(spoilt, places);
        change(*places[random.below(places.size())], random);
        if (spoilt.is_object()) spoilt["digest"] = digest_of(spoilt);
    }
    return spoilt;
}

std::optional<SortedJson> spoil_value(const SortedJson& certificate, Random& random) {
    SortedJson spoilt = certificate;
    std::vector<SortedJson*> places;
    collect_derived(spoilt, places);
    for (int attempt = 0; attempt < 20 && spoilt == certificate; ++attempt)
        change_value(*places[random.below(places.size())], random);
    if (spoilt == certificate) return std::nullopt;
    reseal(spoilt);
    spoilt["digest"] = digest_of(spoilt);
    return spoilt;
}

}  // namespace warrant::oracle
