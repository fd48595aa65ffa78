#pragma once
/// SHA-256 (FIPS 180-4), HMAC-SHA-256 (RFC 2104) and salts, from libcrypto. Random salts are the only chance in core;
/// nothing that decides may ask for one.

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace cresset {

struct Digest {
    std::array<unsigned char, 32> bytes{};
    friend auto operator<=>(Digest const&, Digest const&) = default;

    std::string_view view() const { return {reinterpret_cast<char const*>(bytes.data()), bytes.size()}; }
    std::string hex() const;
    /// Of 32 raw bytes, or of 64 small hex digits; nothing if it is not that.
    static std::optional<Digest> from_bytes(std::string_view bytes);
    static std::optional<Digest> from_hex(std::string_view hex);
};

Digest sha256(std::string_view bytes);
Digest hmac_sha256(std::string_view key, std::string_view bytes);
/// 16 random bytes from the machine.
std::string random_salt();

/// SHA-256 of bytes that come in pieces.
class Sha256 {
public:
    Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    ~Sha256();
    Sha256& add(std::string_view bytes);
    /// The digest of all that was added; afterwards it starts anew.
    Digest finish();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace cresset
