// Digests of parts and of the whole. The canonical text of JSON has the keys of every object in the order of their bytes and no
// space between; an object's seal is the beginning of the digest of its canonical text without the seal.
// The digest of the whole is that of the certificate's canonical text without the digest.
#include "interpreter/certificate/digest.hpp"
#include "interpreter/certificate/json.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <functional>
#include <stdexcept>

namespace warrant::certificates {
namespace {

// Enough to find what was changed; the digest of the whole is in full.
constexpr std::size_t seal_digits = 16;

void append_text(const std::string& text, std::string& out) {
    const bool plain =
        std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
    if (plain) out.append("\"").append(text).append("\"");
    else out += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

// Called with every seal, after those within its object, and with the digest of the whole; each with the canonical text that it
// is of.
template <typename Item>
using Visit = std::function<void(Item& item, const std::string& canonical, bool whole)>;

template <typename Item>  // Json, or const Json
class Walk {              // Invariant: `place_` leads from the certificate to what is being written.
public:
    explicit Walk(Visit<Item> visit) : visit_(std::move(visit)) {}

    const std::vector<Part>& place() const { return place_; }

    void append(Item& json, std::string& out) {
        if (json.is_object()) return append_object(json, out);
        if (json.is_string()) return append_text(json.template get_ref<const std::string&>(), out);
        if (!json.is_array()) {
            out += json.dump();
            return;
        }
        out += "[";
        for (std::size_t index = 0; index < json.size(); ++index) {
            if (index != 0) out += ",";
            const bool named = !place_.empty() && json[index].is_object();
            if (named) place_.back().index = index;
            if (named) place_.back().item = &json[index];
            append(json[index], out);
        }
        out += "]";
    }

private:
    void append_object(Item& json, std::string& out) {
        std::vector<std::pair<const std::string*, Item*>> members;
        Item* sealed = nullptr;
        Item* digest = nullptr;
        for (auto member = json.begin(); member != json.end(); ++member) {
            if (member.key() == seal_key) sealed = &*member;
            else if (place_.empty() && member.key() == digest_key) digest = &*member;
            else members.emplace_back(&member.key(), &*member);
        }
        std::sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return *a.first < *b.first; });
        std::string own = "{";
        std::size_t place_of_seal = own.size();
        for (const auto& [key, value] : members) {
            if (own.size() > 1) own += ",";
            if (*key < seal_key) place_of_seal = std::string::npos;
            else if (place_of_seal == std::string::npos) place_of_seal = own.size();
            append_text(*key, own);
            own += ":";
            place_.push_back({*key, 0, value});
            append(*value, own);
            place_.pop_back();
        }
        own += "}";
        if (sealed != nullptr) visit_(*sealed, own, false);
        if (sealed != nullptr) insert_seal(*sealed, place_of_seal, own);
        if (digest != nullptr) visit_(*digest, own, true);
        out += own;
    }

    // Among the keys where the seal belongs by its name; npos: after all.
    static void insert_seal(const Json& seal, std::size_t place, std::string& own) {
        const std::string member = "\"seal\":" + seal.dump();
        if (place == std::string::npos) own.insert(own.size() - 1, (own.size() > 2 ? "," : "") + member);
        else own.insert(place, member + (own.size() > 2 ? "," : ""));
    }

    Visit<Item> visit_;
    std::vector<Part> place_;
};

std::string seal_of(const std::string& canonical) {
    return sha256(canonical).substr(0, seal_digits);
}

// What a list of a certificate holds, one by one.
std::string_view singular(std::string_view key) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 22> names{{
        {"texts", "text"},           {"documents", "document"},     {"requests", "request"},
        {"candidates", "candidate"}, {"choices", "choice"},         {"facts", "fact"},
        {"lists", "list"},           {"fields", "field"},           {"elements", "element"},
        {"statements", "statement"}, {"tables", "table"},           {"steps", "step"},
        {"criteria", "criterion"},   {"limits", "limit"},           {"exceptions", "exception"},
        {"quantities", "quantity"},  {"assumptions", "assumption"}, {"definitions", "definition"},
        {"clauses", "clause"},       {"added", "addition"},         {"rows", "row"},
        {"codes", "code"},
    }};
    const auto found = std::find_if(names.begin(), names.end(), [&](const auto& name) { return name.first == key; });
    return found == names.end() ? std::string_view() : found->second;
}

// The word that people know an item by, if it has one.
std::string name_of(const Json& item) {
    for (const char* key : {"path", "fact", "id", "module", "name", "op"}) {
        const auto found = item.find(key);
        if (found != item.end() && found->is_string()) return found->get<std::string>();
    }
    return {};
}

}  // namespace

std::string sha256(std::string_view text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned int size = 0;
    if (EVP_Digest(text.data(), text.size(), bytes.data(), &size, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("the digest SHA-256 cannot be computed");
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (std::size_t i = 0; i < size; ++i) {
        hex += digits[bytes[i] >> 4];
        hex += digits[bytes[i] & 15];
    }
    return hex;
}

std::string words_of(const std::vector<Part>& place) {
    std::string words;
    for (const Part& part : place) {
        const std::string_view one = singular(part.key);
        if (!words.empty()) words += ", ";
        if (one.empty()) {
            words += part.key == "source" || part.key == "provenance" ? "citation" : part.key;
            continue;
        }
        // Steps are counted from 0, as their operands count them; all else as people count.
        const std::string name = part.item->is_object() ? name_of(*part.item) : std::string();
        words += fmt::format("{} {}", one, one == "step" ? part.index : part.index + 1);
        if (!name.empty()) words += fmt::format(" ({})", name);
    }
    return words;
}

void seal(Json& certificate) {
    Walk<Json> walk(
        [](Json& item, const std::string& canonical, bool whole) { item = whole ? sha256(canonical) : seal_of(canonical); });
    std::string canonical;
    walk.append(certificate, canonical);
}

std::string broken_seal(const Json& certificate) {
    std::string broken;
    const Walk<const Json>* current = nullptr;
    Walk<const Json> walk([&](const Json& item, const std::string& canonical, bool whole) {
        if (!broken.empty() || item == (whole ? sha256(canonical) : seal_of(canonical))) return;
        const std::string place = current->place().empty() ? "the certificate" : words_of(current->place());
        broken = whole ? "the digest over the whole certificate is not that of its content"
                       : fmt::format("{}: this was changed: its seal is not that of its content", place);
    });
    current = &walk;
    std::string canonical;
    walk.append(certificate, canonical);
    return broken;
}

}  // namespace warrant::certificates
