#include "app/window/desk_tool.h"
#include "app/window/fence_tool.h"

namespace cresset::app {

std::vector<std::unique_ptr<DeskTool>> makeTools(ToolParts const& parts)
{
    std::vector<std::unique_ptr<DeskTool>> tools;
    tools.push_back(std::make_unique<FenceTool>(parts));
    return tools;
}

}  // namespace cresset::app
