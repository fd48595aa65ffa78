#include "app/window/closure_tool.h"
#include "app/window/cordon_tool.h"
#include "app/window/desk_tool.h"
#include "app/window/fence_tool.h"
#include "app/window/near_tool.h"
#include "app/window/reach_tool.h"
#include "app/window/stage_tool.h"
#include "app/window/turn_tool.h"

namespace cresset::app {

std::vector<std::unique_ptr<DeskTool>> makeTools(ToolParts const& parts)
{
    std::vector<std::unique_ptr<DeskTool>> tools;
    tools.push_back(std::make_unique<CordonTool>(parts));
    tools.push_back(std::make_unique<ReachTool>(parts));
    tools.push_back(std::make_unique<NearTool>(parts));
    tools.push_back(std::make_unique<TurnTool>(parts));
    tools.push_back(std::make_unique<StageTool>(parts));
    tools.push_back(std::make_unique<ClosureTool>(parts));
    tools.push_back(std::make_unique<FenceTool>(parts));
    return tools;
}

}  // namespace cresset::app
