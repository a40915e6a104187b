// The digest that certificates are made of.
#pragma once

#include <string>
#include <string_view>

namespace warrant::certificates {

// SHA-256, in hexadecimal.
std::string sha256(std::string_view text);

}  // namespace warrant::certificates
