// Typed ids: an index into one vector of one kind of thing, so that an expression's id is never taken for a criterion's.
// Ids are handed out by the owner of the vector; they are not pointers and stay valid when the vector grows.
#pragma once

#include <compare>
#include <cstdint>

namespace warrant {

template <typename Tag>
struct Id {
    static constexpr std::uint32_t none = UINT32_MAX;

    std::uint32_t index = none;

    constexpr bool valid() const { return index != none; }
    friend constexpr auto operator<=>(Id, Id) = default;
};

using ExprId = Id<struct ExprTag>;
using DeclId = Id<struct DeclTag>;
using SourceId = Id<struct SourceTag>;

}  // namespace warrant
