#include "core/base/text.h"
#include "core/roads/byte_codec.h"
#include "core/roads/road_graph.h"
#include "core/roads/road_limits.h"

#include <fmt/format.h>

namespace cresset {
namespace {

constexpr std::string_view magic = "CRSROADS";
constexpr std::uint64_t version = 1;
constexpr std::size_t check_size = 8;

std::string check_bytes(std::string_view body)
{
    std::uint64_t const value = check_value(body);
    std::string out;
    for (unsigned shift = 0; shift < 64; shift += 8)
        out += static_cast<char>(static_cast<std::uint8_t>(value >> shift));
    return out;
}

/// Places as steps from one to the next: few bytes each, as neighbours stand together.
class PlaceSteps {
public:
    explicit PlaceSteps(Place start = {}) : last_{start} {}
    void write(ByteWriter& out, Place place)
    {
        out.signed_whole(std::int64_t{place.lat_e7} - last_.lat_e7);
        out.signed_whole(std::int64_t{place.lon_e7} - last_.lon_e7);
        last_ = place;
    }
    Place read(ByteReader& in)
    {
        std::int64_t const lat = stepped(in, last_.lat_e7, 900'000'000);
        std::int64_t const lon = stepped(in, last_.lon_e7, 1'800'000'000);
        return last_ = {static_cast<std::int32_t>(lat), static_cast<std::int32_t>(lon)};
    }

private:
    static std::int64_t stepped(ByteReader& in, std::int64_t last, std::int64_t limit)
    {
        std::int64_t const step = in.signed_whole();
        if (step < -2 * limit || step > 2 * limit || last + step < -limit || last + step > limit) in.fail();
        return in.good() ? last + step : 0;
    }
    Place last_;
};

}  // namespace

std::string RoadGraph::to_bytes() const
{
    ByteWriter out;
    out.raw(magic);
    out.whole(version);
    out.byte(keeps_left_ ? 1 : 0);
    out.whole(names_.size() - 1);
    for (std::size_t i = 1; i < names_.size(); ++i)
        for (std::string const* text : {&names_[i].name, &names_[i].name_zh, &names_[i].name_en}) out.text(*text);
    PlaceSteps steps;
    out.whole(places_.size());
    for (std::size_t node = 0; node < places_.size(); ++node) {
        steps.write(out, places_[node]);
        out.byte(node_flags_[node]);
    }
    out.whole(streets_.size());
    for (StreetNumber i = 0; i < streets_.size(); ++i) {
        Street const& street = streets_[i];
        out.whole(street.ends[0]);
        out.signed_whole(std::int64_t{street.ends[1]} - street.ends[0]);
        out.whole(street.length_mm);
        out.whole(street.name);
        out.byte(static_cast<std::uint8_t>(street.road_class));
        out.byte(street.flags);
        for (Speeds const& speeds : street.speeds)
            for (std::uint16_t const speed : speeds) out.whole(speed);
        auto const shape = points(i);
        out.whole(shape.size() - 2);
        PlaceSteps along{places_[street.ends[0]]};
        if (shape.size() > 2)
            for (Place const point : shape.subspan(1, shape.size() - 2)) along.write(out, point);
    }
    out.whole(restriction_count());
    for (std::size_t i = 0; i < restriction_count(); ++i) {
        out.byte(restriction_modes_[i]);
        out.whole(restriction(i).size());
        for (ArcNumber const arc : restriction(i)) out.whole(arc);
    }
    std::string bytes = std::move(out).bytes();
    return bytes + check_bytes(bytes);
}

/// Reads one part after the other; every part is checked against those before it.
class RoadGraphReader {
public:
    explicit RoadGraphReader(std::string_view body) : in_{body} {}

    Result<RoadGraph> read()
    {
        graph_.keeps_left_ = in_.byte() != 0;
        if (!read_names()) return Problem{"the street names of the road graph are damaged"};
        if (!read_nodes()) return Problem{"the junctions of the road graph are damaged"};
        if (!read_streets()) return Problem{"the streets of the road graph are damaged"};
        if (!read_restrictions()) return Problem{"the turn restrictions of the road graph are damaged"};
        if (!in_.at_end()) return Problem{"there is something behind the end of the road graph"};
        graph_.index();
        return std::move(graph_);
    }

private:
    bool read_names()
    {
        for (std::size_t left = in_.count(3); left > 0 && in_.good(); --left) {
            StreetName name;
            for (std::string* text : {&name.name, &name.name_zh, &name.name_en}) {
                *text = in_.text();
                if (!is_utf8(*text)) in_.fail();
            }
            graph_.names_.push_back(std::move(name));
        }
        return in_.good();
    }
    bool read_nodes()
    {
        PlaceSteps steps;
        for (std::size_t left = count_of(3); left > 0 && in_.good(); --left) {
            graph_.places_.push_back(steps.read(in_));
            graph_.node_flags_.push_back(in_.byte());
            if ((graph_.node_flags_.back() & ~node_flag::all) != 0) in_.fail();
        }
        return in_.good();
    }
    bool read_streets()
    {
        for (std::size_t left = count_of(15); left > 0 && in_.good(); --left) read_street();
        return in_.good();
    }
    void read_street()
    {
        RoadGraph::Street street;
        street.ends[0] = node();
        street.ends[1] = static_cast<NodeNumber>(step_from(street.ends[0]));
        street.length_mm = static_cast<std::uint32_t>(in_.whole_up_to(road_limit::street_mm));
        street.name = static_cast<NameNumber>(in_.whole_up_to(graph_.names_.size() - 1));
        auto const road_class = in_.byte();
        street.flags = in_.byte();
        bool sound = street.length_mm > 0 && road_class < road_class_count && (street.flags & ~road_flag::all) == 0;
        for (Speeds& speeds : street.speeds)
            for (auto& speed : speeds) {
                speed = static_cast<std::uint16_t>(in_.whole_up_to(road_limit::fastest_cm_s));
                sound = sound && (speed == 0 || speed >= slowest_cm_s);
            }
        if (!sound) in_.fail();
        if (!in_.good()) return;
        street.road_class = static_cast<RoadClass>(road_class);
        graph_.streets_.push_back(street);
        read_shape(street);
    }
    void read_shape(RoadGraph::Street const& street)
    {
        graph_.points_.push_back(graph_.places_[street.ends[0]]);
        PlaceSteps steps{graph_.places_[street.ends[0]]};
        for (std::size_t left = in_.count(2); left > 0 && in_.good(); --left) add_point(steps.read(in_));
        add_point(graph_.places_[street.ends[1]]);
        if (graph_.points_.size() >= no_number) in_.fail();
        graph_.first_point_.push_back(static_cast<std::uint32_t>(graph_.points_.size()));
    }
    void add_point(Place point)
    {
        if (distance_mm(graph_.points_.back(), point) > road_limit::segment_mm) in_.fail();
        graph_.points_.push_back(point);
    }
    bool read_restrictions()
    {
        for (std::size_t left = in_.count(4); left > 0 && in_.good(); --left) {
            ModeMask const modes = in_.byte();
            auto const arcs = static_cast<std::size_t>(in_.whole_up_to(road_limit::restriction_arcs));
            if (arcs < 2 || modes == 0 || (modes & ~every_mode) != 0) in_.fail();
            for (std::size_t i = 0; i < arcs && in_.good(); ++i) add_restricted_arc(i == 0);
            graph_.first_restricted_.push_back(static_cast<std::uint32_t>(graph_.restricted_.size()));
            graph_.restriction_modes_.push_back(modes);
        }
        return in_.good();
    }
    void add_restricted_arc(bool is_first)
    {
        std::uint64_t const arc = in_.whole();
        if (arc >= graph_.arc_count()) in_.fail();
        if (!in_.good()) return;
        auto const number = static_cast<ArcNumber>(arc);
        if (!is_first && graph_.to(graph_.restricted_.back()) != graph_.from(number)) in_.fail();
        graph_.restricted_.push_back(number);
    }

    std::size_t count_of(std::size_t least_bytes)
    {
        std::size_t const count = in_.count(least_bytes);
        return count <= road_limit::count ? count : static_cast<std::size_t>(in_.fail());
    }
    NodeNumber node()
    {
        std::uint64_t const number = in_.whole();
        return static_cast<NodeNumber>(number < graph_.places_.size() ? number : in_.fail());
    }
    std::uint64_t step_from(NodeNumber start)
    {
        std::int64_t const step = in_.signed_whole();
        auto const nodes = static_cast<std::int64_t>(graph_.places_.size());
        if (step < -nodes || step > nodes || start + step < 0 || start + step >= nodes) return in_.fail();
        return static_cast<std::uint64_t>(start + step);
    }

    ByteReader in_;
    RoadGraph graph_;
};

Result<RoadGraph> RoadGraph::from_bytes(std::string_view bytes)
{
    if (!bytes.starts_with(magic)) return Problem{"this is no road graph"};
    ByteReader head{bytes.substr(magic.size())};
    std::uint64_t const written = head.whole();
    if (head.good() && written != version)
        return Problem{fmt::format("this road graph has version {}, this program reads {}: import the city again",
                                   written, version)};
    if (bytes.size() < magic.size() + 1 + check_size)
        return Problem{"the road graph is cut short: import the city again"};
    std::string_view const body = bytes.substr(0, bytes.size() - check_size);
    if (check_bytes(body) != bytes.substr(body.size()))
        return Problem{"the road graph is damaged (its check value differs): import the city again"};
    return RoadGraphReader{body.substr(magic.size() + 1)}.read();
}

}  // namespace cresset
