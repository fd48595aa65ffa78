#include "maps/city_plan.h"

#include <algorithm>
#include <utility>

namespace cresset::maps::city {

namespace {

class Drawing {
public:
    explicit Drawing(std::uint64_t seed) : dice_{seed, 1} {}

    Plan finish() &&
    {
        draw_water();
        draw_expressways();
        draw_rings();
        draw_roads();
        draw_shores();
        draw_strips();
        draw_border();
        return std::move(plan_);
    }

private:
    Dice dice_;
    Plan plan_;

    double shift(double most) { return (dice_.real() * 2 - 1) * most; }
    P near(P p, double most) { return {p.x + shift(most), p.y + shift(most)}; }
    Path moved(Path path, double most)
    {
        for (P& p : path) p = near(p, most);
        return path;
    }

    void add(Path path, Edge edge, bool closed = false, LineName name = {})
    {
        edge.line = static_cast<int>(plan_.lines.size());
        plan_.lines.push_back({std::move(path), edge, closed});
        plan_.names.push_back(std::move(name));
    }
    static Edge street(Class kind)
    {
        Edge edge;
        edge.kind = kind;
        return edge;
    }
    static Edge shore(Barrier barrier)
    {
        Edge edge;
        edge.barrier = barrier;
        return edge;
    }

    void draw_water();
    void draw_expressways();
    void draw_rings();
    void draw_roads();
    void draw_shores();
    void draw_strips();
    void draw_border();
    void draw_strip(Path const& axis, double half_width, Edge edge, bool closed);
    Path harbour() const;
};

void Drawing::draw_water()
{
    Path const controls = moved({{-9300, 1900},
                                 {-7200, 1450},
                                 {-5500, 2250},
                                 {-3900, 1750},
                                 {-2700, 150},
                                 {-1550, -1150},
                                 {0, -1520},
                                 {1350, -950},
                                 {2150, 250},
                                 {3300, 1080},
                                 {4800, 700},
                                 {6000, 380}},
                                70);
    Path ends = controls;
    ends.push_back({7050, 420});
    ends.push_back({8000, 420});
    Path const all = smooth(ends, 60, false);
    for (P p : all)
        if (p.x <= 7050) plan_.river.push_back(p);
    double const length = path_length(plan_.river);
    std::vector<double> left, right;
    double along = 0;
    for (std::size_t i = 0; i < plan_.river.size(); ++i) {
        if (i > 0) along += distance(plan_.river[i - 1], plan_.river[i]);
        double const t = along / length, mouth = std::max(0.0, (t - 0.78) / 0.22);
        double const half = 88 + 34 * t + 190 * mouth * mouth;
        left.push_back(half);
        right.push_back(-half);
    }
    plan_.river_left = beside(plan_.river, left);
    plan_.river_right = beside(plan_.river, right);
    Path coast = resample(
        smooth(moved({{6650, -6900}, {6900, -5200}, {7350, -3800}, {7250, -2200}, {6950, -1000}}, 40), 70, false), 70);
    coast.push_back(plan_.river_right.back());
    coast.push_back(plan_.river_left.back());
    for (P p : harbour()) coast.push_back(p);
    for (P p : smooth(moved({{7050, 3750}, {7350, 4600}, {7200, 5600}, {7500, 6900}}, 40), 70, false))
        coast.push_back(p);
    plan_.coast = coast;
    plan_.canals.push_back(smooth(
        {{-3150, 640}, {-2300, 760}, {-1400, 1010}, {-700, 1180}, {100, 1190}, {800, 1000}, {1500, 700}, {2300, 560}},
        70, false));
    plan_.canals.push_back(
        smooth({{450, -1450}, {640, -1900}, {1500, -2550}, {2600, -3450}, {3250, -4700}, {3500, -6800}}, 70, false));
}

/// Quays with basins cut into them, from the mouth of the river to the north.
Path Drawing::harbour() const
{
    Path quays{{7120, 900}, {7320, 960}};
    for (double y : {1250.0, 1900.0, 2550.0}) {
        for (P p : Path{{7320, y}, {6900, y}, {6900, y + 170}, {7320, y + 170}}) quays.push_back(p);
    }
    quays.push_back({7320, 3350});
    quays.push_back({7100, 3420});
    return quays;
}

void Drawing::draw_expressways()
{
    Path const ring = smooth(moved({{6000, 4000},   {4500, 4900},   {2300, 5200},   {-400, 5350},  {-3000, 5050},
                                    {-4900, 4250},  {-6050, 3000},  {-6350, 1500},  {-6450, -300}, {-6200, -2000},
                                    {-5200, -3650}, {-3300, -4700}, {-1000, -5150}, {1300, -5300}, {3300, -5000},
                                    {4900, -4000},  {5650, -2500},  {5850, -900},   {5800, 600},   {5950, 2300}},
                                   60),
                             60, true);
    plan_.outer_ring = ring;
    plan_.outer_ring.push_back(ring.front());
    plan_.radials.push_back(
        smooth(moved({{-8300, -1000}, {-7300, -850}, {-6400, -700}, {-5300, -500}, {-4330, -420}}, 25), 60, false));
    plan_.radials.push_back(smooth(
        moved({{2900, 6150}, {2750, 5700}, {2600, 5150}, {2300, 4300}, {1950, 3500}, {1700, 2880}}, 15), 60, false));
    plan_.radials.push_back(smooth(
        moved({{1350, -6250}, {1300, -5800}, {1200, -5300}, {950, -4400}, {700, -3700}, {600, -3200}}, 15), 60, false));
    for (int r = 0; r < 3; ++r) {
        Path const& radial = plan_.radials[static_cast<std::size_t>(r)];
        for (std::size_t i = 1; i < radial.size(); ++i)
            for (std::size_t j = 1; j < plan_.outer_ring.size(); ++j)
                if (auto const t = crossing(radial[i - 1], radial[i], plan_.outer_ring[j - 1], plan_.outer_ring[j])) {
                    P const p = mix(radial[i - 1], radial[i], *t);
                    plan_.interchanges.push_back({p, r, along_of(plan_.outer_ring, p), along_of(radial, p)});
                }
    }
    plan_.railway = smooth(moved({{-9300, 4750},
                                  {-7000, 4300},
                                  {-5200, 3650},
                                  {-3000, 3750},
                                  {-1200, 3880},
                                  {0, 3900},
                                  {2000, 3900},
                                  {3800, 3500},
                                  {5000, 3150},
                                  {6750, 3050}},
                                 25),
                           60, false);
    plan_.station = {-1050, 3880};
}

void Drawing::draw_rings()
{
    plan_.wall = smooth(moved({{-250, 880},
                               {250, 800},
                               {530, 420},
                               {600, 0},
                               {430, -480},
                               {50, -760},
                               {-450, -800},
                               {-900, -560},
                               {-1130, -150},
                               {-1080, 350},
                               {-780, 730}},
                              35),
                        70, true);
    Path const west = plan_.radials[0], north = plan_.radials[1], south = plan_.radials[2];
    plan_.inner_ring =
        smooth({near({-1600, 2750}, 50), near({100, 2960}, 50), north.back(), near({2900, 2250}, 40),
                near({3680, 1150}, 20), near({3950, 0}, 40), near({3500, -1500}, 50), near({2300, -2650}, 40),
                south.back(), near({-1200, -3100}, 50), near({-3000, -2300}, 50), near({-4080, -1300}, 30), west.back(),
                near({-4400, 500}, 30), near({-4250, 1750}, 20), near({-3300, 2600}, 40)},
               70, true);
    add(plan_.wall, street(Class::secondary), true, {"环城路", "Huancheng Road", ""});
    add(plan_.inner_ring, street(Class::trunk), true, {"内环路", "Inner Ring Road", "C1"});
}

void Drawing::draw_roads()
{
    P const middle{-260, 40};  // four of them meet in the middle of the old town
    auto const radial = [&](Path const& controls, Class kind) {
        Path line = moved(controls, 22);
        if (controls.front() == middle) line.front() = middle;
        add(smooth(line, 80, false), street(kind));
    };
    P const west = plan_.radials[0].back(), north = plan_.radials[1].back(), south = plan_.radials[2].back();
    P const beyond_west = west + P{-6, 0}, beyond_north = north + P{3, 8}, beyond_south = south + P{0, -8};
    radial({{-260, 40}, {-290, 500}, {-330, 1500}, {-250, 2700}, {-420, 4000}, {-400, 5400}, {-500, 6800}},
           Class::primary);
    radial({{-700, 500}, {-1550, 1500}, {-2700, 2500}, {-3800, 3400}, {-5000, 4500}, {-6500, 6800}}, Class::primary);
    add(smooth({middle, {-800, 0}, {-1700, -60}, {-2650, 20}, {-3400, -200}, beyond_west}, 80, false),
        street(Class::primary));
    radial({{-700, -450}, {-1480, -1080}, {-2300, -2000}, {-3300, -3000}, {-4400, -4150}, {-6300, -6800}},
           Class::primary);
    add(smooth({middle, {-250, -450}, {-120, -1520}, {60, -2300}, {400, -2800}, beyond_south}, 80, false),
        street(Class::primary));
    radial({{280, -300}, {1130, -1060}, {2050, -1850}, {3250, -2850}, {4600, -4150}, {5900, -6800}}, Class::primary);
    radial({{250, 550}, {1250, 1350}, {2250, 1900}, {3200, 2300}, {4600, 2550}, {6000, 2450}, {6900, 2400}},
           Class::primary);
    add(smooth({{50, 600}, {500, 1450}, {1150, 2200}, beyond_north}, 80, false), street(Class::primary));
    // East: down into a tunnel under the river.
    add(smooth({middle, {350, 150}, {900, 130}, {1480, 150}}, 80, false), street(Class::primary), false,
        {"江湾大道", "Jiangwan Avenue", ""});
    plan_.tunnel = smooth({{1480, 150}, {1650, 140}, {2150, 40}, {2600, -80}, {2820, -130}}, 60, false);
    add({plan_.tunnel[0], plan_.tunnel[1], plan_.tunnel[2]}, street(Class::primary), false,
        {"江湾大道", "Jiangwan Avenue", ""});
    Edge under = street(Class::primary);
    under.under = true;
    auto const n = static_cast<std::ptrdiff_t>(plan_.tunnel.size());
    add(Path(plan_.tunnel.begin() + 2, plan_.tunnel.begin() + n - 2), under, false,
        {"江湾隧道", "Jiangwan Tunnel", ""});
    add({plan_.tunnel[plan_.tunnel.size() - 3], plan_.tunnel[plan_.tunnel.size() - 2], plan_.tunnel.back()},
        street(Class::primary), false, {"江湾大道", "Jiangwan Avenue", ""});
    add(smooth({{2820, -130}, {3300, -180}, {3950, -230}, {4900, -500}, {5850, -700}, {6900, -900}}, 80, false),
        street(Class::primary), false, {"江湾大道", "Jiangwan Avenue", ""});
    // Links between the radial roads, half way between the rings.
    radial({{-6200, 3500},
            {-4900, 3000},
            {-2700, 3300},
            {-500, 3350},
            {1700, 3350},
            {3300, 3000},
            {4700, 1800},
            {6000, 1500}},
           Class::secondary);
    radial({{-6500, -1600},
            {-5000, -1900},
            {-3400, -3300},
            {-1100, -4100},
            {900, -4200},
            {3000, -3500},
            {4500, -2200},
            {5850, -1700}},
           Class::secondary);
    radial({{-5400, -900}, {-5300, 600}, {-5150, 1700}}, Class::secondary);
    radial({{4850, -2400}, {4800, -500}, {4750, 560}}, Class::secondary);
    radial({{-2400, 2700}, {-1800, 1200}, {-1500, 300}, {-1600, -700}}, Class::secondary);
    radial({{3200, -2000}, {2700, -1000}, {2900, 100}, {2750, 600}}, Class::secondary);
    // Country roads outside the expressway.
    radial({{-9200, -3300}, {-7600, -3500}, {-6300, -3000}, {-5300, -2500}}, Class::tertiary);
    radial({{-9200, 3100}, {-7800, 3000}, {-6200, 2700}, {-5500, 2700}}, Class::tertiary);
    radial({{-7700, 6800}, {-7600, 4800}, {-7800, 3000}, {-7700, 1900}}, Class::tertiary);
    radial({{-7500, -6800}, {-7400, -5000}, {-7600, -3500}, {-7500, -1800}, {-7450, 1200}}, Class::tertiary);
    radial({{-3300, 6800}, {-3100, 5700}, {-2700, 4600}, {-2800, 3300}}, Class::tertiary);
    radial({{-1900, -6800}, {-2000, -5600}, {-1700, -4500}, {-1400, -3000}}, Class::tertiary);
    radial(
        {{-9200, -5300}, {-7400, -5200}, {-5200, -5700}, {-2000, -5900}, {1000, -5950}, {4000, -5800}, {6600, -5500}},
        Class::tertiary);
    radial({{-9200, 5500},
            {-7500, 5600},
            {-5600, 5700},
            {-3000, 5950},
            {-400, 5950},
            {2500, 5850},
            {5000, 5700},
            {7200, 5400}},
           Class::tertiary);
    radial({{5300, 6800}, {5200, 5700}, {4700, 4700}, {4200, 3800}, {3900, 2500}}, Class::tertiary);
    add({{west_edge - 100, -1000}, {-8400, -1000}, point_at(plan_.radials[0], 8)}, street(Class::trunk), false,
        {"西郊公路", "Xijiao Highway", "G71"});
    add({{2950, north_edge + 100}, point_at(plan_.radials[1], 8)}, street(Class::trunk), false,
        {"北郊公路", "Beijiao Highway", "G72"});
    add({{1380, south_edge - 100}, point_at(plan_.radials[2], 8)}, street(Class::trunk), false,
        {"南郊公路", "Nanjiao Highway", "G73"});
}

void Drawing::draw_shores()
{
    add(plan_.river_left, shore(Barrier::bank));
    add(plan_.river_right, shore(Barrier::bank));
    add(plan_.coast, shore(Barrier::coast));
    std::vector<double> left, right;
    for (std::size_t i = 0; i < plan_.river.size(); ++i) {
        left.push_back(distance(plan_.river[i], plan_.river_left[i]) + 34);
        right.push_back(-distance(plan_.river[i], plan_.river_right[i]) - 34);
    }
    add(beside(plan_.river, left), street(Class::tertiary), false, {"北滨江路", "North Riverside Road", ""});
    add(beside(plan_.river, right), street(Class::tertiary), false, {"南滨江路", "South Riverside Road", ""});
    plan_.coast_road = smooth(moved({{6350, -6900},
                                     {6600, -5200},
                                     {7050, -3800},
                                     {6950, -2200},
                                     {6700, -1000},
                                     {6630, 300},
                                     {6620, 1000},
                                     {6610, 2400},
                                     {6650, 3500},
                                     {7000, 4600},
                                     {6900, 5600},
                                     {7150, 6900}},
                                    20),
                              70, false);
    Path south, north;
    for (P p : plan_.coast_road) (p.y < 400 ? south : north).push_back(p);
    add(south, street(Class::secondary), false, {"海塘路", "Haitang Road", ""});
    add(north, street(Class::secondary), false, {"港区大道", "Harbour Avenue", ""});
}

/// The streets on both sides of a strip. Within an interchange's ground its own ring takes their place.
void Drawing::draw_strip(Path const& axis, double half_width, Edge edge, bool closed)
{
    Path open = axis;
    if (closed) open.pop_back();
    for (double side : {half_width, -half_width}) {
        Path line = beside(open, side, closed);
        if (closed) line.push_back(line.front());
        Path run;
        auto const flush = [&] {
            if (run.size() > 1) add(run, edge);
            run.clear();
        };
        bool was_inside = false;
        for (P p : line) {
            bool const inside =
                edge.frontage && std::any_of(plan_.interchanges.begin(), plan_.interchanges.end(),
                                             [&](auto const& i) { return ring_holds(interchange_ring(plan_, i), p); });
            if (inside && was_inside) run.clear();
            run.push_back(p);
            if (inside && !was_inside) flush();
            if (inside) run = {p};
            was_inside = inside;
        }
        if (!was_inside) flush();
    }
}

void Drawing::draw_strips()
{
    Edge frontage = street(Class::tertiary);
    frontage.frontage = true;
    for (auto const& i : plan_.interchanges) add(interchange_ring(plan_, i), frontage, true);
    draw_strip(plan_.outer_ring, expressway_half_width, frontage, true);
    for (auto const& radial : plan_.radials) {
        P const out = unit(radial[radial.size() - 1] - radial[radial.size() - 2]);
        Path longer{radial[0] + unit(radial[0] - radial[1]) * 15};
        longer.insert(longer.end(), radial.begin(), radial.end());
        longer.push_back(radial.back() + out * 60);
        draw_strip(longer, expressway_half_width, frontage, false);
        // The strip's end at the toll plaza.
        P const across = left_of(unit(radial[1] - radial[0]));
        add({radial[0] + across * (expressway_half_width + 5), radial[0] - across * (expressway_half_width + 5)},
            frontage);
    }
    draw_strip(plan_.railway, railway_half_width, street(Class::residential), false);
    Edge quay = street(Class::residential);
    quay.quay = true;
    for (auto const& canal : plan_.canals) draw_strip(canal, canal_half_width, quay, false);
}

void Drawing::draw_border()
{
    add({{west_edge, south_edge}, {east_edge, south_edge}, {east_edge, north_edge}, {west_edge, north_edge}},
        shore(Barrier::border), true);
}

bool in_river(Plan const& plan, P place)
{
    Path ring = plan.river_left;
    ring.insert(ring.end(), plan.river_right.rbegin(), plan.river_right.rend());
    return ring_holds(ring, place);
}

bool in_sea(Plan const& plan, P place)
{
    Path ring = plan.coast;
    ring.push_back({east_edge + 1000, north_edge + 1000});
    ring.push_back({east_edge + 1000, south_edge - 1000});
    return ring_holds(ring, place);
}

bool on_expressway(Plan const& plan, P place)
{
    if (path_distance(place, plan.outer_ring, false) < expressway_half_width) return true;
    for (auto const& radial : plan.radials)
        if (path_distance(place, radial, false) < expressway_half_width) return true;
    return std::any_of(plan.interchanges.begin(), plan.interchanges.end(),
                       [&](auto const& i) { return ring_holds(interchange_ring(plan, i), place); });
}

}  // namespace

Plan make_plan(std::uint64_t seed)
{
    return Drawing{seed}.finish();
}

std::vector<Ground> ground_of_faces(Plan const& plan, Mesh const& mesh)
{
    std::vector<Ground> grounds;
    for (int face = 0; face < mesh.face_count(); ++face) {
        std::array<double, 7> weight{};
        for (int h : mesh.loop(face)) {
            P const a = mesh.from_place(h), b = mesh.place(mesh.to(h));
            P const inside = mix(a, b, 0.5) + left_of(unit(b - a)) * 4;
            weight[static_cast<std::size_t>(ground_at(plan, inside))] += distance(a, b);
        }
        auto const most = std::max_element(weight.begin(), weight.end()) - weight.begin();
        grounds.push_back(face == 0 ? Ground::outside : static_cast<Ground>(most));
    }
    return grounds;
}

Ground ground_at(Plan const& plan, P place)
{
    if (in_sea(plan, place)) return Ground::sea;
    if (in_river(plan, place)) return Ground::river;
    if (on_expressway(plan, place)) return Ground::expressway;
    if (path_distance(place, plan.railway, false) < railway_half_width) return Ground::railway;
    for (auto const& canal : plan.canals)
        if (path_distance(place, canal, false) < canal_half_width) return Ground::canal;
    return Ground::land;
}

Path interchange_ring(Plan const& plan, Interchange const& interchange)
{
    P const u = unit(point_at(plan.outer_ring, interchange.along_ring + 50) -
                     point_at(plan.outer_ring, interchange.along_ring - 50));
    P const v = left_of(u);
    Path ring;
    for (P p : Path{{480, -70},
                    {480, 70},
                    {330, 240},
                    {240, 330},
                    {70, 480},
                    {-70, 480},
                    {-240, 330},
                    {-330, 240},
                    {-480, 70},
                    {-480, -70},
                    {-330, -240},
                    {-240, -330},
                    {-70, -480},
                    {70, -480},
                    {240, -330},
                    {330, -240}})
        ring.push_back(interchange.middle + u * p.x + v * p.y);
    return ring;
}

}  // namespace cresset::maps::city
