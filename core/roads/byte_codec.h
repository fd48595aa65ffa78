#pragma once
/// Whole numbers as bytes, small ones short: seven bits a byte, lowest first (LEB128), signed ones by zigzag. The
/// reader never reads beyond its end: it turns bad and answers zeros, and whoever reads asks good() in the end.

#include <cstdint>
#include <string>
#include <string_view>

namespace cresset {

class ByteWriter {
public:
    void whole(std::uint64_t value)
    {
        for (; value >= 0x80; value >>= 7U) byte(static_cast<std::uint8_t>(value | 0x80U));
        byte(static_cast<std::uint8_t>(value));
    }
    void signed_whole(std::int64_t value)
    {
        whole((static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63U));
    }
    void text(std::string_view value)
    {
        whole(value.size());
        bytes_ += value;
    }
    void byte(std::uint8_t value) { bytes_ += static_cast<char>(value); }
    void raw(std::string_view value) { bytes_ += value; }
    std::string const& bytes() const& { return bytes_; }
    std::string&& bytes() && { return std::move(bytes_); }

private:
    std::string bytes_;
};

class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : rest_{bytes} {}

    std::uint64_t whole()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            std::uint8_t const next = byte();
            value |= std::uint64_t{next & 0x7FU} << shift;
            if ((next & 0x80U) == 0) return shift == 63 && next > 1 ? fail() : value;
        }
        return fail();
    }
    std::int64_t signed_whole()
    {
        std::uint64_t const value = whole();
        return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
    }
    /// At most `limit`, otherwise bad.
    std::uint64_t whole_up_to(std::uint64_t limit)
    {
        std::uint64_t const value = whole();
        return value <= limit ? value : fail();
    }
    /// How many of something follow that takes at least `least` bytes each: never more than there can be.
    std::size_t count(std::size_t least)
    {
        std::uint64_t const value = whole();
        return static_cast<std::size_t>(value <= rest_.size() / least ? value : fail());
    }
    std::string_view text()
    {
        std::size_t const size = count(1);
        std::string_view const value = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return value;
    }
    std::uint8_t byte()
    {
        if (rest_.empty()) return static_cast<std::uint8_t>(fail());
        auto const value = static_cast<std::uint8_t>(rest_.front());
        rest_.remove_prefix(1);
        return value;
    }
    bool good() const { return good_; }
    bool at_end() const { return rest_.empty(); }
    std::uint64_t fail()
    {
        good_ = false;
        rest_ = {};
        return 0;
    }

private:
    std::string_view rest_;
    bool good_ = true;
};

/// A check value over bytes that notices accidents (not attacks): eight bytes at a time through splitmix64's finaliser.
std::uint64_t check_value(std::string_view bytes);

}  // namespace cresset
