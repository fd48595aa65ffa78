#include "core/store/digest.h"

#include <catch2/catch.hpp>

using namespace cresset;

TEST_CASE("A digest is refused unless it is 64 small hex digits or 32 bytes")
{
    auto const good = sha256("abc").hex();
    CHECK_FALSE(Digest::from_hex(""));
    CHECK_FALSE(Digest::from_hex(good.substr(1)));
    CHECK_FALSE(Digest::from_hex(good + "00"));
    CHECK_FALSE(Digest::from_hex("G" + good.substr(1)));
    CHECK_FALSE(Digest::from_hex("BA" + good.substr(2)));
    CHECK_FALSE(Digest::from_bytes("abc"));
    CHECK(Digest::from_hex(good) == sha256("abc"));
    CHECK(Digest::from_bytes(sha256("abc").view()) == sha256("abc"));
}

TEST_CASE("SHA-256 of known texts is what FIPS 180-4 says")
{
    CHECK(sha256("").hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc").hex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("Bytes in pieces have the digest of the whole and the second use starts anew")
{
    Sha256 hash;
    for (int round = 0; round < 3; ++round) CHECK(hash.add("a").add("").add("bc").finish() == sha256("abc"));
    CHECK(hash.finish() == sha256(""));
}

TEST_CASE("HMAC-SHA-256 of RFC 4231 case 2")
{
    CHECK(hmac_sha256("Jefe", "what do ya want for nothing?").hex() ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST_CASE("Salts have 16 bytes and do not repeat")
{
    CHECK(random_salt().size() == 16);
    CHECK(random_salt() != random_salt());
}
