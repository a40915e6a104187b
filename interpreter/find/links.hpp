// What a module uses, with everything that brings in: the modules that must be at hand to check it. Private to find/.
#pragma once

#include "interpreter/find/shelf.hpp"

#include <vector>

namespace warrant {

// One way to choose an edition of each used module.
using Link = std::vector<const ShelfModule*>;

// Every way to link `root` on some day of `days`: pinned editions as pinned, others in each edition in force on one of the
// days. More than limits::max_links are reported. Reports modules and editions that nobody has, modules of which no edition is
// in force then, and circles; the result is then empty.
std::vector<Link> links_of(const Shelf& shelf, const ShelfModule& root, const OrderedSet& days, Diagnostics& diagnostics);

// Checks a module under one link. Errors are reported; warnings too if `with_warnings`.
Program check_linked(const Shelf& shelf, const ShelfModule& root, const Link& used, bool with_warnings,
                     Diagnostics& diagnostics);

}  // namespace warrant
