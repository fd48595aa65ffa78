#include "core/store/digest.h"

#include "core/base/check.h"
#include "core/base/text.h"

#include <algorithm>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <openssl/sha.h>

namespace cresset {

namespace {

unsigned char const* raw(std::string_view bytes)
{
    return reinterpret_cast<unsigned char const*>(bytes.data());
}

}  // namespace

std::string Digest::hex() const
{
    return to_hex(view());
}

std::optional<Digest> Digest::from_bytes(std::string_view bytes)
{
    Digest digest;
    if (bytes.size() != digest.bytes.size()) return {};
    std::copy_n(raw(bytes), bytes.size(), digest.bytes.begin());
    return digest;
}

std::optional<Digest> Digest::from_hex(std::string_view hex)
{
    bool const small = std::none_of(hex.begin(), hex.end(), [](char c) { return c >= 'A' && c <= 'F'; });
    auto const bytes = cresset::from_hex(hex);
    return bytes && small ? from_bytes(*bytes) : std::nullopt;
}

Digest sha256(std::string_view bytes)
{
    Digest digest;
    SHA256(raw(bytes), bytes.size(), digest.bytes.data());
    return digest;
}

Digest hmac_sha256(std::string_view key, std::string_view bytes)
{
    Digest digest;
    unsigned int size = 0;
    auto const* const done = HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), raw(bytes), bytes.size(),
                                  digest.bytes.data(), &size);
    CRESSET_CHECK(done != nullptr && size == digest.bytes.size());
    return digest;
}

std::string random_salt()
{
    std::string salt(16, '\0');
    CRESSET_CHECK(RAND_bytes(reinterpret_cast<unsigned char*>(salt.data()), static_cast<int>(salt.size())) == 1);
    return salt;
}

struct Sha256::Inside {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    Inside() { CRESSET_CHECK(EVP_DigestInit_ex(context, EVP_sha256(), nullptr) == 1); }
    Inside(Inside const&) = delete;
    Inside& operator=(Inside const&) = delete;
    ~Inside() { EVP_MD_CTX_free(context); }
    // Without naming the algorithm again: looking it up costs more than hashing a row.
    void start() const { CRESSET_CHECK(EVP_DigestInit_ex(context, nullptr, nullptr) == 1); }
};

Sha256::Sha256() : inside_{std::make_unique<Inside>()} {}
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

Sha256& Sha256::add(std::string_view bytes)
{
    CRESSET_CHECK(EVP_DigestUpdate(inside_->context, bytes.data(), bytes.size()) == 1);
    return *this;
}

Digest Sha256::finish()
{
    Digest digest;
    unsigned int size = 0;
    CRESSET_CHECK(EVP_DigestFinal_ex(inside_->context, digest.bytes.data(), &size) == 1);
    inside_->start();
    return digest;
}

}  // namespace cresset
