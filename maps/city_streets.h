#pragma once
/// The streets between the roads of the plan: every face is halved by a street again and again, main streets first,
/// until its blocks have the size that its texture wants. A street ends where one begins on the other side if it can,
/// so that it goes on as one.

#include "core/base/dice.h"
#include "maps/city_mesh.h"
#include "maps/city_plan.h"

#include <cstdint>
#include <vector>

namespace cresset::maps::city {

enum class Texture : std::uint8_t {
    strip,     // between a street and water: promenade, quay, beach
    corridor,  // of expressway, railway or canal
    water,
    old_town,  // crooked lanes within the former wall
    centre,    // perimeter blocks
    business,  // towers
    compound,  // gated residential compounds
    suburb,    // houses and culs-de-sac
    industry,
    harbour,
    campus,
    park,
    village,
    farmland,
};

struct Town {
    Plan plan;
    Mesh mesh;
    std::vector<Ground> grounds;    // of the faces of the plan (Mesh::parent_of_face)
    std::vector<Texture> textures;  // of all faces
    std::vector<int> superblocks;   // of all faces: the piece between main streets, -1 for water, strips and corridors
    int superblock_count = 0;

    Ground ground(int face) const
    {
        return grounds[static_cast<std::size_t>(mesh.parent_of_face[static_cast<std::size_t>(face)])];
    }
    Texture texture(int face) const { return textures[static_cast<std::size_t>(face)]; }
};

Town make_streets(Plan plan, std::uint64_t seed);

/// How a face is halved.
struct CutRule {
    double largest = 0;  // m²: larger faces are halved
    Class kind = Class::residential;
    double snap = 0;     // m: a street ends at a junction that is as near
    double wander = 0;   // share of the face's length by which the cut leaves its middle
    double tilt = 0;     // sideways per metre ahead by which it leaves the straight angle
    double crooked = 0;  // m: bends of an old lane
};

/// Halves a face by one street; the new face, or -1 if no good street was found.
int cut_by_street(Mesh& mesh, int face, CutRule const& rule, Dice& dice);

}  // namespace cresset::maps::city
