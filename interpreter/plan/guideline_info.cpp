// The header of a guideline, and the names of the parts that it adds to others, from tree to plan. It lowers no expression.
#include "interpreter/plan/guideline_info.hpp"

#include "interpreter/plan/lower.hpp"
#include "interpreter/plan/lowering.hpp"

#include <fmt/format.h>

namespace warrant {

std::string added_id(std::string_view guideline, std::string_view id) {
    return fmt::format("{}.{}", guideline.substr(guideline.rfind('.') + 1), id);
}

GuidelineInfo guideline_info(const ast::Header& header) {
    GuidelineInfo info;
    info.name = header.name.text;
    if (header.title) info.title = header.title->text;
    if (header.source) info.source = header.source->text;
    if (header.edition) info.edition = header.edition->text;
    if (header.in_force) {
        info.in_force_from = first_day_of(header.in_force->from);
        if (header.in_force->to) info.in_force_to = last_day_of(*header.in_force->to);
    }
    info.provenance = source_of(header, header.provenance, header.span);
    info.status = header.status.value_or(ast::Status::draft);
    info.partial = header.partial;
    return info;
}

}  // namespace warrant
