#include "app/window/cordon_tool.h"
#include "app/window/desk_tool.h"
#include "app/window/near_tool.h"
#include "app/window/reach_tool.h"

namespace cresset::app {

std::vector<std::unique_ptr<DeskTool>> makeTools(ToolParts const& parts)
{
    std::vector<std::unique_ptr<DeskTool>> tools;
    tools.push_back(std::make_unique<CordonTool>(parts));
    tools.push_back(std::make_unique<ReachTool>(parts));
    tools.push_back(std::make_unique<NearTool>(parts));
    return tools;
}

}  // namespace cresset::app
