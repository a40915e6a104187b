// The JSON that certificates are written in. Private to certificate/.
#pragma once

#include "interpreter/certificate/certificate.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace warrant::certificates {

using Json = nlohmann::ordered_json;

inline constexpr const char* digest_key = "digest";
inline constexpr const char* seal_key = "seal";

// value_json.cpp: a set of values as JSON, and back. Every set has one form: what is written in another is not read. Both need
// a form whose choice, if it has one, is in `choices`.
Json json_of(const ValueSet& value, const Form& form, const std::vector<ChoiceType>& choices);
// Empty: it was read; else what is wrong.
std::string read_value(const Json& json, const Form& form, const std::vector<ChoiceType>& choices, ValueSet& value);

// write.cpp: as data, with its seals and digest.
Json json_of(const Certificate& certificate);

// read.cpp: from a parsed text. Empty: it was read; else what is wrong, and where.
std::string read_certificate(const Json& json, Certificate& certificate);

// seal.cpp
// Fills in the seal of every object that has one, innermost first, and the digest of the whole.
void seal(Json& certificate);
// Where the first object stands whose seal is not that of its content, in words; else what the digest says of the whole. Empty:
// nothing was changed.
std::string broken_seal(const Json& certificate);
// A place in a certificate in words: `request 1, candidate 1, step 17 (less_equal)`.
struct Part {
    std::string key;
    std::size_t index = 0;
    const Json* item = nullptr;
};
std::string words_of(const std::vector<Part>& place);

// layout.cpp: for people: what fits in a line stands in one.
std::string print(const Json& json);

}  // namespace warrant::certificates
