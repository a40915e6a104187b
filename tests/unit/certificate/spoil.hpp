// Ways to spoil a certificate, and its seals and digest computed here again, from the description in
// interpreter/certificate/README.md alone.
#pragma once

#include "tests/unit/oracle/random.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace warrant::oracle {

using SortedJson = nlohmann::json;  // keys in the order of their bytes

// The digest as the description says.
std::string digest_of(const SortedJson& certificate);
// Computes every seal again, innermost first.
void reseal(SortedJson& certificate);

// One byte of the text changed, taken away or put in.
std::string spoil_byte(const std::string& text, Random& random);
// One value, key or item somewhere in it changed, taken away or put in; the digest of the whole computed again, no seal.
SortedJson spoil_field(const SortedJson& certificate, Random& random);
// One value that follows from others changed, and all seals and the digest computed again. Empty: nothing was found to change.
std::optional<SortedJson> spoil_value(const SortedJson& certificate, Random& random);

}  // namespace warrant::oracle
