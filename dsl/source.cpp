// Where an offset stands: which text, which line, which column. Reads no files.
#include "dsl/source.hpp"

#include <algorithm>
#include <cassert>
#include <stdexcept>
#include <utility>

namespace warrant {

SourceId SourceMap::add(std::string name, std::string text) {
    const std::uint64_t base = files_.empty() ? 0 : std::uint64_t{files_.back().base} + files_.back().text.size() + 1;
    if (base + text.size() >= UINT32_MAX) throw std::length_error("the texts of one run exceed 4 GB");
    File file{std::move(name), std::move(text), static_cast<std::uint32_t>(base), {0}};
    for (std::size_t at = file.text.find('\n'); at != std::string::npos; at = file.text.find('\n', at + 1)) {
        file.line_starts.push_back(static_cast<std::uint32_t>(at + 1));
    }
    files_.push_back(std::move(file));
    return SourceId{static_cast<std::uint32_t>(files_.size() - 1)};
}

std::string_view SourceMap::name(SourceId source) const {
    return files_[source.index].name;
}

std::string_view SourceMap::text(SourceId source) const {
    return files_[source.index].text;
}

std::uint32_t SourceMap::base(SourceId source) const {
    return files_[source.index].base;
}

SourceId SourceMap::source_of(std::uint32_t offset) const {
    assert(!files_.empty());
    const auto after = std::upper_bound(files_.begin(), files_.end(), offset,
                                        [](std::uint32_t wanted, const File& file) { return wanted < file.base; });
    return SourceId{static_cast<std::uint32_t>(after - files_.begin() - 1)};
}

Position SourceMap::position(std::uint32_t offset) const {
    const SourceId source = source_of(offset);
    const File& file = files_[source.index];
    const std::uint32_t local = std::min(offset - file.base, static_cast<std::uint32_t>(file.text.size()));
    const auto after = std::upper_bound(file.line_starts.begin(), file.line_starts.end(), local);
    const std::uint32_t line_start = *(after - 1);
    Position position{source, static_cast<std::uint32_t>(after - file.line_starts.begin()), 1};
    for (std::uint32_t at = line_start; at < local; ++at) {
        const bool continues_code_point = (static_cast<unsigned char>(file.text[at]) & 0xC0U) == 0x80U;
        if (!continues_code_point) ++position.column;
    }
    return position;
}

std::string_view SourceMap::slice(Span span) const {
    const File& file = files_[source_of(span.begin).index];
    assert(span.begin <= span.end);
    return std::string_view(file.text).substr(span.begin - file.base, span.end - span.begin);
}

std::string_view SourceMap::line_at(std::uint32_t offset) const {
    const File& file = files_[source_of(offset).index];
    const std::uint32_t line = position(offset).line;
    std::string_view text = std::string_view(file.text).substr(file.line_starts[line - 1]);
    text = text.substr(0, text.find('\n'));
    if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
    return text;
}

}  // namespace warrant
