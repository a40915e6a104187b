// A certificate as a text that people can read and programs can check.
#pragma once

#include "interpreter/certificate/certificate.hpp"

#include <string>

namespace warrant::certificates {

// JSON that follows certificate.schema.json, with the seal of each part and the digest of the whole.
std::string print_certificate(const Certificate& certificate);

}  // namespace warrant::certificates
