#include "widgets/read_file.h"

#include <fstream>
#include <iterator>

namespace cresset::widgets {

Result<std::string> readFile(std::string const& path)
{
    std::ifstream in{path, std::ios::binary};
    if (!in) return Problem{"the file " + path + " cannot be read; is the program installed whole?"};
    return std::string{std::istreambuf_iterator<char>{in}, {}};
}

}  // namespace cresset::widgets
