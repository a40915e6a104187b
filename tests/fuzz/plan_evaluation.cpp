// Fuzz target: a plan, well formed or not, against blocks of rows. A well-formed plan must pass verify() and give the same
// values and marks for a block as for its rows one by one; a damaged one must be refused or evaluate without a crash.
#include "interpreter/plan/print_plan.hpp"
#include "interpreter/plan/verify.hpp"
#include "tests/unit/evaluate/random_plan.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace warrant;

// Invariant: never reads past the end; when the bytes are used up, draws go on from a generator that they seed, so that short
// inputs make whole plans too.
class Bytes {
public:
    Bytes(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}

    std::size_t draw(std::size_t limit) {
        if (limit <= 1) return 0;
        std::size_t value = next();
        if (limit > 256) value = value << 8 | next();
        return value % limit;
    }
    std::uint32_t raw() {
        std::uint32_t value = 0;
        for (int byte = 0; byte < 4; ++byte) value = value << 8 | next();
        return value;
    }

private:
    std::uint8_t next() {
        if (size_ == 0) {
            state_ = state_ * 6364136223846793005u + 1442695040888963407u;
            return static_cast<std::uint8_t>(state_ >> 56);
        }
        --size_;
        state_ = (state_ ^ *data_) * 1099511628211u;
        return *data_++;
    }
    const std::uint8_t* data_;
    std::size_t size_;
    std::uint64_t state_ = 14695981039346656037u;
};

[[noreturn]] void fail(const char* what, const std::string& detail) {
    std::fprintf(stderr, "%s: %s\n", what, detail.c_str());
    std::abort();
}

std::uint32_t small_or_raw(Bytes& bytes) {
    return bytes.draw(4) == 0 ? bytes.raw() : static_cast<std::uint32_t>(bytes.draw(16));
}

// Breaks the plan in a few places, or in none that matter.
void damage(Bytes& bytes, Plan& plan) {
    for (std::size_t times = 1 + bytes.draw(4); times > 0; --times) {
        Step& step = plan.steps[bytes.draw(plan.steps.size())];
        switch (bytes.draw(10)) {
            case 0:
                step.op = static_cast<Op>(bytes.draw(256));
                break;
            case 1:
                step.operands = small_or_raw(bytes);
                break;
            case 2:
                step.operand_count = small_or_raw(bytes);
                break;
            case 3:
                step.payload = small_or_raw(bytes);
                break;
            case 4:
                step.type.kind = static_cast<TypeKind>(bytes.draw(8));
                break;
            case 5:
                step.type.choice.index = small_or_raw(bytes);
                break;
            case 6:
                step.can_err = !step.can_err;
                break;
            case 7:
                step.space.index = small_or_raw(bytes);
                break;
            case 8:
                if (!plan.operands.empty()) plan.operands[bytes.draw(plan.operands.size())].index = small_or_raw(bytes);
                break;
            default:
                if (!plan.constants.empty()) plan.constants[bytes.draw(plan.constants.size())] = OrderedSet{5, bytes.raw()};
                break;
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace warrant;
    static const Vocabulary vocabulary = tiny::make_vocabulary();
    static constexpr std::size_t row_counts[] = {1, 1, 1, 63, 65, 130};  // most of the steps' own paths need one row only
    Bytes bytes(data, size);
    const tiny::Draw draw = [&](std::size_t limit) { return bytes.draw(limit); };
    const bool break_it = bytes.draw(3) == 0;
    const std::size_t row_count = row_counts[bytes.draw(std::size(row_counts))];
    Plan plan = tiny::draw_plan(draw, vocabulary, 24);
    if (break_it) damage(bytes, plan);
    const std::vector<std::string> problems = verify(plan, vocabulary);
    if (!problems.empty()) {
        if (!break_it) fail("a well-formed plan is refused", problems.front() + "\n" + print_plan(plan, vocabulary));
        return 0;
    }
    std::vector<tiny::FactRow> rows;
    for (std::size_t row = 0; row < row_count; ++row) rows.push_back(tiny::draw_row(draw, plan, vocabulary));
    const std::string difference = tiny::block_difference(plan, vocabulary, rows, bytes.draw(2) == 0 ? 64 : 192);
    if (!difference.empty()) fail("a block and its rows differ", difference + "\n" + print_plan(plan, vocabulary));
    return 0;
}
