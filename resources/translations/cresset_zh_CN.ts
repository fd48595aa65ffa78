<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Open a city…</source>
        <translation>打开城市数据包…</translation>
    </message>
    <message>
        <source>Open a journal…</source>
        <translation>打开值班日志…</translation>
    </message>
    <message>
        <source>New shift, taking over…</source>
        <translation>新班次（接班）…</translation>
    </message>
    <message>
        <source>Back up the journal…</source>
        <translation>备份值班日志…</translation>
    </message>
    <message>
        <source>Erase the caller and what was said…</source>
        <translation>清除报警人信息与报警内容…</translation>
    </message>
    <message>
        <source>Copy the picture of the map</source>
        <translation>复制地图画面</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>Take a call</source>
        <translation>接警</translation>
    </message>
    <message>
        <source>Next incident that waits</source>
        <translation>下一起待处警情</translation>
    </message>
    <message>
        <source>Send the first unit</source>
        <translation>派出首选警力</translation>
    </message>
    <message>
        <source>Usual next status of the unit</source>
        <translation>警力转入下一常规状态</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>Close the incident</source>
        <translation>警情结案</translation>
    </message>
    <message>
        <source>Correct the place</source>
        <translation>位置修正</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Show the incident on the map</source>
        <translation>在地图上显示警情</translation>
    </message>
    <message>
        <source>★ Fit the whole picture</source>
        <translation>★ 显示全图</translation>
    </message>
    <message>
        <source>Chinese / English</source>
        <translation>中文 / 英文</translation>
    </message>
    <message>
        <source>Night / day</source>
        <translation>夜间 / 白天</translation>
    </message>
    <message>
        <source>All panels back in their places</source>
        <translation>恢复全部面板布局</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Keys and verbs</source>
        <translation>按键与命令</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>1 x</source>
        <translation>1 倍速</translation>
    </message>
    <message>
        <source>4 x</source>
        <translation>4 倍速</translation>
    </message>
    <message>
        <source>16 x</source>
        <translation>16 倍速</translation>
    </message>
    <message>
        <source>Exercise</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Feeds…</source>
        <translation>接收设备…</translation>
    </message>
    <message>
        <source>Follow the unit on the map</source>
        <translation>地图跟随所选警力</translation>
    </message>
    <message>
        <source>Look at a kept view</source>
        <translation>调出已保存视图</translation>
    </message>
    <message>
        <source>Keep this view</source>
        <translation>保存当前视图</translation>
    </message>
    <message>
        <source>Layers and legend</source>
        <translation>图层与图例</translation>
    </message>
    <message>
        <source>Measure on the map</source>
        <translation>地图测量</translation>
    </message>
    <message>
        <source>Alarms that stand</source>
        <translation>查看告警</translation>
    </message>
    <message>
        <source>Acknowledge the alarms</source>
        <translation>确认告警</translation>
    </message>
    <message>
        <source>Print the map…</source>
        <translation>打印地图…</translation>
    </message>
    <message>
        <source>Silence what sounds</source>
        <translation>静音当前声音</translation>
    </message>
    <message>
        <source>Spoken to the unit: all well</source>
        <translation>已联系单位：平安</translation>
    </message>
    <message>
        <source>Add a file as a layer…</source>
        <translation>添加文件图层…</translation>
    </message>
    <message>
        <source>Check the journal</source>
        <translation>检查日志文件</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Send the run card</source>
        <translation>按预案派警</translation>
    </message>
    <message>
        <source>Send the free unit to what is next</source>
        <translation>空闲警力接续下一警情</translation>
    </message>
    <message>
        <source>Swap with the nearer unit</source>
        <translation>换派更近的警力</translation>
    </message>
    <message>
        <source>Float the panel, or dock it</source>
        <translation>浮动或停靠面板</translation>
    </message>
    <message>
        <source>The panel to the next screen</source>
        <translation>面板移到下一屏幕</translation>
    </message>
    <message>
        <source>Print the keys and verbs…</source>
        <translation>打印按键与命令…</translation>
    </message>
    <message>
        <source>A tour of the window</source>
        <translation>窗口导览</translation>
    </message>
    <message>
        <source>First page…</source>
        <translation>首次使用页…</translation>
    </message>
    <message>
        <source>Plan a cordon</source>
        <translation>布控方案</translation>
    </message>
    <message>
        <source>Coverage: who is where in how many minutes</source>
        <translation>覆盖：警力到达各处的分钟数</translation>
    </message>
    <message>
        <source>How far the unit gets, or who gets to the incident</source>
        <translation>所选警力可达范围，或可赶到警情的范围</translation>
    </message>
    <message>
        <source>Fences</source>
        <translation>围栏</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>Look for its call sign on the board of units, or type its beginning and Tab.</source>
        <translation>在警力面板上查看呼号，或输入开头后按 Tab。</translation>
    </message>
    <message>
        <source>Look for its number in the queue; a closed one is found with find NUMBER.</source>
        <translation>在警情列表中查看编号；已结警情用“查找 编号”。</translation>
    </message>
    <message>
        <source>Type the beginning of the name and Tab: the list shows what there is.</source>
        <translation>输入名称开头后按 Tab：列表会显示全部可选项。</translation>
    </message>
    <message>
        <source>Nothing needs doing: it is open, so go on with it.</source>
        <translation>无需操作：警情未结，继续处置即可。</translation>
    </message>
    <message>
        <source>Send another unit: the card ranks those on duty.</source>
        <translation>改派其他警力：警情卡片按到达先后列出在岗警力。</translation>
    </message>
    <message>
        <source>Nothing needs doing; to send it elsewhere, release it first: rel UNIT.</source>
        <translation>无需操作；要改派他处，先撤回：撤回 单位。</translation>
    </message>
    <message>
        <source>Send it first: d UNIT INCIDENT.</source>
        <translation>先派警：派警 单位 警情。</translation>
    </message>
    <message>
        <source>Take the steps in between: F6 sets the usual next status of the unit.</source>
        <translation>请依次经过中间状态：F6 设为该警力通常的下一状态。</translation>
    </message>
    <message>
        <source>Nothing needs doing; F6 sets the next status.</source>
        <translation>无需操作；F6 设为下一状态。</translation>
    </message>
    <message>
        <source>Look at the list of alarms (F10): which unit is it?</source>
        <translation>查看告警列表（F10）：是哪个警力？</translation>
    </message>
    <message>
        <source>Send help now: the alarms (F10) show where it is.</source>
        <translation>立即派出支援：告警列表（F10）显示其位置。</translation>
    </message>
    <message>
        <source>Link the later call to the first one: link LATER FIRST.</source>
        <translation>将后一警情并入先一警情：合并 后者 先者。</translation>
    </message>
    <message>
        <source>Type its beginning and Tab: the list shows every code there is.</source>
        <translation>输入开头后按 Tab：列表显示全部代码。</translation>
    </message>
    <message>
        <source>Choose another name or number.</source>
        <translation>请换一个名称或编号。</translation>
    </message>
    <message>
        <source>Only acts of this seat can be taken back; look at the log for who did it.</source>
        <translation>只能撤销本席位的操作；请在日志中查看是谁所为。</translation>
    </message>
    <message>
        <source>Only what was just taken back can be done again.</source>
        <translation>只能重做刚刚撤销的操作。</translation>
    </message>
    <message>
        <source>Give a time that is still to come, such as 12h.</source>
        <translation>请给出将来的时间，例如 12h。</translation>
    </message>
    <message>
        <source>Act at the desk that holds the journal, or close it there and open it here again.</source>
        <translation>请在持有该日志的席位上操作，或在那里关闭后于此重新打开。</translation>
    </message>
    <message>
        <source>Mend what is named; what was done so far is kept. Meanwhile write on paper.</source>
        <translation>请排除所述故障；已做的操作都保留。其间请用纸笔记录。</translation>
    </message>
    <message>
        <source>Say what shall change: ? VERB shows how it is written.</source>
        <translation>请说明要改变什么：? 命令 显示写法。</translation>
    </message>
    <message>
        <source>Nothing needs doing: look at the log.</source>
        <translation>无需操作：请看日志。</translation>
    </message>
    <message>
        <source>Ask the supervisor for the right to act, or for the act.</source>
        <translation>请向督导申请操作权限，或请其代为操作。</translation>
    </message>
    <message>
        <source>Type ? and Enter: every verb with its words is shown.</source>
        <translation>输入 ? 后按 Enter：显示全部命令及其写法。</translation>
    </message>
    <message>
        <source>Type its beginning and Tab: the list shows every type there is.</source>
        <translation>输入开头后按 Tab：列表显示全部警情类型。</translation>
    </message>
    <message>
        <source>Type the beginning of a street, a crossing or a house, or @latitude,longitude; or right-click the place on the map.</source>
        <translation>输入路名、路口或门牌的开头，或 @纬度,经度；也可在地图上右键单击该处。</translation>
    </message>
    <message>
        <source>Take one of the list that is shown, with Tab.</source>
        <translation>用 Tab 从显示的列表中选取。</translation>
    </message>
    <message>
        <source>Select one on the board or the map, or type its call sign.</source>
        <translation>在面板或地图上选中一个，或输入其呼号。</translation>
    </message>
    <message>
        <source>Type it after the verb.</source>
        <translation>请在命令之后输入。</translation>
    </message>
    <message>
        <source>Take it away: ? VERB shows how it is written.</source>
        <translation>请删去：? 命令 显示写法。</translation>
    </message>
    <message>
        <source>Check that it is the right file; if it is, open its backup, and keep the damaged one.</source>
        <translation>请确认文件无误；若无误，打开其备份，并保留损坏的文件。</translation>
    </message>
    <message>
        <source>Choose a file that ends with .cresset, written by this program.</source>
        <translation>请选择由本程序写出、以 .cresset 结尾的文件。</translation>
    </message>
    <message>
        <source>Choose a city pack (.mbtiles); OpenStreetMap data is imported first: Help, First page.</source>
        <translation>请选择城市包（.mbtiles）；OpenStreetMap 数据须先导入：帮助，首次使用页。</translation>
    </message>
    <message>
        <source>Look whether the file was moved, or its disk taken out.</source>
        <translation>请查看文件是否被移动，或磁盘是否被取出。</translation>
    </message>
    <message>
        <source>Copy it anew from where it came, or import its data again.</source>
        <translation>请从来源重新复制，或重新导入数据。</translation>
    </message>
    <message>
        <source>Update this program, or import the city&apos;s data with this one.</source>
        <translation>请更新本程序，或用本程序重新导入城市数据。</translation>
    </message>
    <message>
        <source>Fetch the extract anew and check its size; it must end with .osm.pbf, .osm, .osm.gz or .osm.bz2.</source>
        <translation>请重新获取数据并核对大小；文件须以 .osm.pbf、.osm、.osm.gz 或 .osm.bz2 结尾。</translation>
    </message>
    <message>
        <source>Fetch an extract that has a city in it.</source>
        <translation>请获取包含城市的数据。</translation>
    </message>
    <message>
        <source>Fetch the extract anew.</source>
        <translation>请重新获取数据。</translation>
    </message>
    <message>
        <source>Cut the city out of it first (osmium extract).</source>
        <translation>请先从中截取城市范围（osmium extract）。</translation>
    </message>
    <message>
        <source>Give the pack another name or folder.</source>
        <translation>请给城市包换一个名称或文件夹。</translation>
    </message>
    <message>
        <source>Make the folder, or choose another.</source>
        <translation>请新建该文件夹，或另选一个。</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on its disk.</source>
        <translation>请另选文件夹，或腾出磁盘空间。</translation>
    </message>
    <message>
        <source>Check the journal (File, Check the journal) and keep an older backup.</source>
        <translation>请检查日志文件（文件，检查日志文件），并保留较早的备份。</translation>
    </message>
    <message>
        <source>Nothing needs doing.</source>
        <translation>无需操作。</translation>
    </message>
    <message>
        <source>Write the address as [::1]:2947.</source>
        <translation>地址请写作 [::1]:2947。</translation>
    </message>
    <message>
        <source>Write the address as 127.0.0.1:2947.</source>
        <translation>地址请写作 127.0.0.1:2947。</translation>
    </message>
    <message>
        <source>Write a name or an address such as 127.0.0.1.</source>
        <translation>请写主机名，或 127.0.0.1 这样的地址。</translation>
    </message>
    <message>
        <source>Shorten it: look for something pasted.</source>
        <translation>请缩短：看看是否粘贴了多余内容。</translation>
    </message>
    <message>
        <source>Take the device away, or choose gpsd+tcp.</source>
        <translation>请去掉设备，或选择 gpsd+tcp。</translation>
    </message>
    <message>
        <source>Choose another port, and set the sender to it.</source>
        <translation>请换一个端口，并让发送方改用该端口。</translation>
    </message>
    <message>
        <source>Nothing needs doing: it is in the list.</source>
        <translation>无需操作：已在列表中。</translation>
    </message>
    <message>
        <source>Remove that one first.</source>
        <translation>请先移除那一个。</translation>
    </message>
    <message>
        <source>Import an extract with its roads to get times and routes.</source>
        <translation>请导入含道路的数据，方可得到时间与路线。</translation>
    </message>
    <message>
        <source>Import an extract with its names, or give places as @latitude,longitude.</source>
        <translation>请导入含名称的数据，或以 @纬度,经度 给出地点。</translation>
    </message>
    <message>
        <source>Nothing was written: begin again when there is time.</source>
        <translation>未写入任何内容：有空时重新开始即可。</translation>
    </message>
    <message>
        <source>Begin again when there is time; the journal is as it was.</source>
        <translation>有空时重新开始即可；日志文件未受影响。</translation>
    </message>
    <message>
        <source>Shelve it for less; when it is back, deal with it or shelve it again.</source>
        <translation>请缩短搁置时间；恢复后再处理或再次搁置。</translation>
    </message>
    <message>
        <source>Nothing needs doing: it stands on the board.</source>
        <translation>无需操作：警力表中已有。</translation>
    </message>
    <message>
        <source>Look at the board of units: what waits for one stands in its row.</source>
        <translation>请看警力表：待接警情列在单位所在行。</translation>
    </message>
    <message>
        <source>Nothing needs doing; choose another unit.</source>
        <translation>无需操作；请另选单位。</translation>
    </message>
    <message>
        <source>Send it by name: d UNIT INCIDENT.</source>
        <translation>请指明派警：派警 单位 警情。</translation>
    </message>
    <message>
        <source>Send more by name: d UNIT INCIDENT.</source>
        <translation>如需增派请指明：派警 单位 警情。</translation>
    </message>
    <message>
        <source>Let it wait for a unit that is at work: stack UNIT INCIDENT.</source>
        <translation>可让其等待在忙单位：排队 单位 警情。</translation>
    </message>
    <message>
        <source>Name another unit.</source>
        <translation>请指定另一单位。</translation>
    </message>
    <message>
        <source>Nothing needs doing: no reason is asked for.</source>
        <translation>无需操作：不需要理由。</translation>
    </message>
    <message>
        <source>Put the file back as it was installed.</source>
        <translation>请将该文件恢复为安装时的内容。</translation>
    </message>
    <message>
        <source>Check that it is the right file.</source>
        <translation>请检查文件是否正确。</translation>
    </message>
    <message>
        <source>Use a kernel with seccomp, or convert the file elsewhere.</source>
        <translation>请使用支持 seccomp 的内核，或在别处转换该文件。</translation>
    </message>
    <message>
        <source>Mend what is named on the form of the fence; its drawing is kept until then.</source>
        <translation>请按所述修改围栏表单；图形会保留。</translation>
    </message>
    <message>
        <source>Free units nearer to it, widen the ring (cordon INCIDENT 3km), or send chasers: d UNIT INCIDENT.</source>
        <translation>请腾出更近的警力，扩大布控圈（布控 警情 3km），或派出追缉警力：派警 单位 警情。</translation>
    </message>
    <message>
        <source>Say block PLACE to close it, or block PLACE 30% to slow it down.</source>
        <translation>封闭用“封路 地点”，限速用“封路 地点 30%”。</translation>
    </message>
    <message>
        <source>Mend the stages in field_rules.json; the shipped ones are 1, 3 and 5 minutes.</source>
        <translation>请修正 field_rules.json 中的阶段；默认为 1、3、5 分钟。</translation>
    </message>
    <message>
        <source>Begin a new one: stages INCIDENT.</source>
        <translation>请重新开始：135 警情。</translation>
    </message>
    <message>
        <source>Plan one first: cordon INCIDENT shows it before anyone is sent.</source>
        <translation>请先拟定：“布控 警情”在派警前显示方案。</translation>
    </message>
    <message>
        <source>Point at the closed street on the map: its sign stands there.</source>
        <translation>请在地图上指向封闭路段：该处有标志。</translation>
    </message>
    <message>
        <source>Begin one: stages INCIDENT.</source>
        <translation>请先开始：135 警情。</translation>
    </message>
    <message>
        <source>fence alone shows all there are; draw one there.</source>
        <translation>只输入“围栏”显示全部；可在其中绘制。</translation>
    </message>
    <message>
        <source>Name kinds with commas between them: near 1023 800m cam,unit.</source>
        <translation>请用逗号分隔类别：周边 1023 800m cam,unit。</translation>
    </message>
    <message>
        <source>Give the point the property radius_m, in metres.</source>
        <translation>请给该点加上属性 radius_m（米）。</translation>
    </message>
    <message>
        <source>Write positions as [longitude, latitude], longitude first.</source>
        <translation>位置请写作 [经度, 纬度]，经度在前。</translation>
    </message>
    <message>
        <source>Export the file anew, with its shapes.</source>
        <translation>请重新导出文件，并包含图形。</translation>
    </message>
    <message>
        <source>Split it, and import the parts one after the other.</source>
        <translation>请拆分文件，分次导入。</translation>
    </message>
    <message>
        <source>Export it anew as GeoJSON.</source>
        <translation>请重新导出为 GeoJSON。</translation>
    </message>
    <message>
        <source>Write month and day with two figures each.</source>
        <translation>月和日请各写两位数字。</translation>
    </message>
    <message>
        <source>Mend the figure in the file, and import it again.</source>
        <translation>请在文件中修正该数值，再导入。</translation>
    </message>
    <message>
        <source>Write hours and minutes with two figures each.</source>
        <translation>时和分请各写两位数字。</translation>
    </message>
    <message>
        <source>Point at the street itself on the map: right click, Close this street.</source>
        <translation>请在地图上直接指向该道路：右键，封闭此路段。</translation>
    </message>
</context>
<context>
    <name>DatumMenu</name>
    <message>
        <source>WGS-84 or CGCS2000, as most files</source>
        <translation>WGS-84 或 CGCS2000（多数文件）</translation>
    </message>
    <message>
        <source>GCJ-02, of public maps in China</source>
        <translation>GCJ-02（国内公开地图）</translation>
    </message>
    <message>
        <source>BD-09, of Baidu</source>
        <translation>BD-09（百度）</translation>
    </message>
    <message>
        <source>Do not add it</source>
        <translation>不添加</translation>
    </message>
</context>
<context>
    <name>FenceFault</name>
    <message>
        <source>it has no places</source>
        <translation>没有任何点位</translation>
    </message>
    <message>
        <source>it has more than one line</source>
        <translation>不止一条线</translation>
    </message>
    <message>
        <source>it has too few places</source>
        <translation>点位太少</translation>
    </message>
    <message>
        <source>it is wider than 1,000 km</source>
        <translation>宽度超过 1000 公里</translation>
    </message>
    <message>
        <source>it has no radius</source>
        <translation>没有半径</translation>
    </message>
    <message>
        <source>all its places are the same</source>
        <translation>所有点位相同</translation>
    </message>
    <message>
        <source>it is wider than half the earth</source>
        <translation>宽度超过半个地球</translation>
    </message>
    <message>
        <source>it has no name</source>
        <translation>没有名称</translation>
    </message>
    <message>
        <source>it moves with no unit</source>
        <translation>没有随行的警力</translation>
    </message>
    <message>
        <source>its priority is not 1, 2 or 3</source>
        <translation>等级不是 1、2 或 3</translation>
    </message>
    <message>
        <source>it is watched on no day of the week</source>
        <translation>一周中没有任何一天监视</translation>
    </message>
    <message>
        <source>its hours are no times of a day</source>
        <translation>时段不是一天中的时刻</translation>
    </message>
    <message>
        <source>its season has no such day</source>
        <translation>季节中没有这一天</translation>
    </message>
    <message>
        <source>it ends before it begins</source>
        <translation>结束早于开始</translation>
    </message>
</context>
<context>
    <name>Layouts</name>
    <message>
        <source>dispatch</source>
        <translation>派警</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>接警</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>督导</translation>
    </message>
</context>
<context>
    <name>Malformed</name>
    <message>
        <source>too long</source>
        <translation>过长</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>被截断</translation>
    </message>
    <message>
        <source>not a message</source>
        <translation>不是报文</translation>
    </message>
    <message>
        <source>no checksum</source>
        <translation>无校验和</translation>
    </message>
    <message>
        <source>wrong checksum</source>
        <translation>校验和错误</translation>
    </message>
    <message>
        <source>bad field</source>
        <translation>字段错误</translation>
    </message>
    <message>
        <source>bad JSON</source>
        <translation>JSON 错误</translation>
    </message>
    <message>
        <source>too deep</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>bad time</source>
        <translation>时间错误</translation>
    </message>
    <message>
        <source>bad place</source>
        <translation>位置错误</translation>
    </message>
</context>
<context>
    <name>MapKeys</name>
    <message>
        <source>on the map: to the west</source>
        <translation>地图：向西</translation>
    </message>
    <message>
        <source>on the map: to the east</source>
        <translation>地图：向东</translation>
    </message>
    <message>
        <source>on the map: to the north</source>
        <translation>地图：向北</translation>
    </message>
    <message>
        <source>on the map: to the south</source>
        <translation>地图：向南</translation>
    </message>
    <message>
        <source>on the map: closer</source>
        <translation>地图：放大</translation>
    </message>
    <message>
        <source>on the map: farther away</source>
        <translation>地图：缩小</translation>
    </message>
    <message>
        <source>on the map: everything</source>
        <translation>地图：显示全部</translation>
    </message>
    <message>
        <source>on the map: the next mark that is seen</source>
        <translation>地图：下一个可见标记</translation>
    </message>
    <message>
        <source>on the map: the mark before</source>
        <translation>地图：上一个标记</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>position %1 old, %2 km/h</source>
        <translation>定位于 %1 前，%2 公里/小时</translation>
    </message>
    <message>
        <source>%1 · %2 m high
battery %3 %</source>
        <translation>%1 · 高度 %2 米
电量 %3 %</translation>
    </message>
</context>
<context>
    <name>Mistake</name>
    <message>
        <source>type a verb, or ? for help</source>
        <translation>请输入命令，或输入 ? 查看帮助</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is no verb</source>
        <translation>“{0}”不是命令</translation>
    </message>
    <message>
        <source>there is no unit &quot;{0}&quot;</source>
        <translation>没有警力“{0}”</translation>
    </message>
    <message>
        <source>there is no incident &quot;{0}&quot;</source>
        <translation>没有警情“{0}”</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is no incident type</source>
        <translation>“{0}”不是警情类型</translation>
    </message>
    <message>
        <source>no place is called &quot;{0}&quot;</source>
        <translation>未找到地点“{0}”</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is no disposition</source>
        <translation>“{0}”不是处理结果</translation>
    </message>
    <message>
        <source>there is no drone &quot;{0}&quot;</source>
        <translation>没有无人机“{0}”</translation>
    </message>
    <message>
        <source>which unit?</source>
        <translation>哪个警力？请输入呼号</translation>
    </message>
    <message>
        <source>which incident? select one or type its number</source>
        <translation>哪起警情？请选择或输入警情编号</translation>
    </message>
    <message>
        <source>what has happened? type an incident type</source>
        <translation>什么警情？请输入警情类型</translation>
    </message>
    <message>
        <source>where? type a place or @latitude,longitude</source>
        <translation>什么地点？请输入地点或 @纬度,经度</translation>
    </message>
    <message>
        <source>the text is missing</source>
        <translation>缺少文字内容</translation>
    </message>
    <message>
        <source>how did it end? type its number or a word</source>
        <translation>处理结果如何？请输入序号或文字</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is too much here</source>
        <translation>“{0}”在此处多余</translation>
    </message>
    <message>
        <source>no view is kept as &quot;{0}&quot;: keep NAME keeps this one</source>
        <translation>没有名为“{0}”的视图：输入“保存视图 名称”可保存当前视图</translation>
    </message>
    <message>
        <source>no macro is kept as &quot;{0}&quot;: macro NAME = LINE &amp;&amp; LINE keeps one</source>
        <translation>没有名为“{0}”的宏：用 宏 名称 = 命令 &amp;&amp; 命令 保存</translation>
    </message>
    <message>
        <source>no layout is called &quot;{0}&quot;: layout save NAME keeps this one</source>
        <translation>没有名为“{0}”的布局：用“布局 保存 名称”保存当前布局</translation>
    </message>
    <message>
        <source>which file? type its path, and gcj02 or bd09 behind it if it is in one of them</source>
        <translation>哪个文件？请输入路径；若为 GCJ-02 或 BD-09，在其后加 gcj02 或 bd09</translation>
    </message>
    <message>
        <source>why? type a number of the list or a few words</source>
        <translation>为什么？请输入序号或简短说明</translation>
    </message>
    <message>
        <source>which unit goes in its place?</source>
        <translation>由哪个单位接替？</translation>
    </message>
    <message>
        <source>there is no fence {0}</source>
        <translation>没有围栏 {0}</translation>
    </message>
    <message>
        <source>{0} cannot be looked for</source>
        <translation>无法查找 {0}</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>{0} is held by another program: open it to read</source>
        <translation>{0} 正由另一个程序写入：只能以只读方式打开</translation>
    </message>
    <message>
        <source>{0} is no journal, or it is damaged: {1}</source>
        <translation>{0} 不是日志，或已损坏：{1}</translation>
    </message>
    <message>
        <source>{0} is not there</source>
        <translation>{0} 不存在</translation>
    </message>
    <message>
        <source>{0} is there already: choose another name</source>
        <translation>{0} 已存在：请换一个名称</translation>
    </message>
    <message>
        <source>{0} is there already: give another name, or --resume to go on with it</source>
        <translation>{0} 已存在：请换一个名称，或用 --resume 继续</translation>
    </message>
    <message>
        <source>the copy is as broken as its source: {0}</source>
        <translation>副本与原件一样已损坏：{0}</translation>
    </message>
    <message>
        <source>to read only, give a journal that exists</source>
        <translation>只读打开时，请指定一个已有的日志</translation>
    </message>
    <message>
        <source>there is no such text, or it is erased already</source>
        <translation>没有这段文字，或已清除</translation>
    </message>
    <message>
        <source>the text is erased, but a reader still holds the log, which is cut when it lets go</source>
        <translation>文字已清除，但仍有读取者占用日志文件，待其释放后截断</translation>
    </message>
    <message>
        <source>the disk is full: nothing more is saved until there is room; make room on the journal&apos;s disk</source>
        <translation>磁盘已满：腾出空间之前不再保存；请清理日志所在磁盘</translation>
    </message>
    <message>
        <source>the journal&apos;s file is damaged ({0}): go on in a new journal</source>
        <translation>日志文件已损坏（{0}）：请在新日志中继续</translation>
    </message>
    <message>
        <source>the journal&apos;s disk failed ({0}): nothing more is saved; try again, or go on in a new journal on another disk</source>
        <translation>日志所在磁盘出错（{0}）：不再保存；请重试，或在另一磁盘上的新日志中继续</translation>
    </message>
    <message>
        <source>{0}: was made by a newer program (version {1} of the pack, this program reads {2})</source>
        <translation>{0}：由更新的程序制作（数据包版本 {1}，本程序可读 {2}）</translation>
    </message>
    <message>
        <source>{0}: the city pack is damaged ({1})</source>
        <translation>{0}：城市数据包已损坏（{1}）</translation>
    </message>
    <message>
        <source>{0}: the city pack is damaged</source>
        <translation>{0}：城市数据包已损坏</translation>
    </message>
    <message>
        <source>the drill needs a city pack with roads: give --city, or make one with cressetctl import</source>
        <translation>演练需要带道路的城市数据包：请用 --city 指定，或用 cressetctl import 制作</translation>
    </message>
    <message>
        <source>{0} is not a journal of this program</source>
        <translation>{0} 不是本程序的日志</translation>
    </message>
    <message>
        <source>{0} cannot be opened as MBTiles: {1}</source>
        <translation>{0} 不能作为 MBTiles 打开：{1}</translation>
    </message>
    <message>
        <source>{0} is no feed: write it as gpsd+tcp://127.0.0.1:2947=P12 or nmea+udp://:10110=P12</source>
        <translation>{0} 不是接收设备地址：请写成 gpsd+tcp://127.0.0.1:2947=P12 或 nmea+udp://:10110=P12</translation>
    </message>
    <message>
        <source>{0} is no call sign: give 1 to {1} letters and figures without spaces</source>
        <translation>{0} 不是呼号：请输入 1 至 {1} 个字母或数字，不含空格</translation>
    </message>
    <message>
        <source>{0} has a [ without its ]</source>
        <translation>{0} 中的 [ 缺少对应的 ]</translation>
    </message>
    <message>
        <source>{0} has no port after the colon</source>
        <translation>{0} 的冒号后缺少端口</translation>
    </message>
    <message>
        <source>{0} is no name of a host</source>
        <translation>{0} 不是主机名</translation>
    </message>
    <message>
        <source>a feed over TCP needs a host, such as 127.0.0.1:2947</source>
        <translation>TCP 接收设备需要主机地址，例如 127.0.0.1:2947</translation>
    </message>
    <message>
        <source>{0} is no port: give a whole number from 1 to 65535</source>
        <translation>{0} 不是端口：请输入 1 至 65535 的整数</translation>
    </message>
    <message>
        <source>an address of a feed is shorter than that</source>
        <translation>接收设备地址过长</translation>
    </message>
    <message>
        <source>{0}: only a gpsd has devices, such as /dev/ttyUSB0</source>
        <translation>{0}：只有 gpsd 才有设备名，例如 /dev/ttyUSB0</translation>
    </message>
    <message>
        <source>{0} is no address: over UDP give the sender&apos;s as figures, or none</source>
        <translation>{0} 不是地址：UDP 请填写发送方的数字地址，或留空</translation>
    </message>
    <message>
        <source>another feed listens at UDP port {0} already</source>
        <translation>UDP 端口 {0} 已有其他接收设备在监听</translation>
    </message>
    <message>
        <source>{0} is a feed already</source>
        <translation>{0} 已接入</translation>
    </message>
    <message>
        <source>{0} has a feed already: remove that first</source>
        <translation>{0} 已有接收设备：请先移除</translation>
    </message>
    <message>
        <source>another feed reads {0} already</source>
        <translation>另一接收设备已在读取 {0}</translation>
    </message>
    <message>
        <source>{0} is no serial port: give its path, such as /dev/ttyUSB0</source>
        <translation>{0} 不是串口：请填写其路径，例如 /dev/ttyUSB0</translation>
    </message>
    <message>
        <source>{0} is no speed of a serial port: give one of {1}</source>
        <translation>{0} 不是串口速率：请从 {1} 中选一个</translation>
    </message>
    <message>
        <source>a receiver at a serial port speaks NMEA: write nmea+serial:///dev/ttyUSB0=P12</source>
        <translation>串口接收设备使用 NMEA：请写成 nmea+serial:///dev/ttyUSB0=P12</translation>
    </message>
    <message>
        <source>a base map alone: no roads, names or stations; cressetctl import makes a city pack</source>
        <translation>仅为底图，没有道路、地名和派出所；用 cressetctl import 可生成城市包</translation>
    </message>
    <message>
        <source>the data of this city has no roads, so no ways can be found on it</source>
        <translation>该城市的数据没有道路，无法计算路线</translation>
    </message>
    <message>
        <source>this city has no names to search</source>
        <translation>该城市没有可查找的地名</translation>
    </message>
    <message>
        <source>{0} is this computer already: remove that feed first</source>
        <translation>本机已是 {0}：请先移除该接收设备</translation>
    </message>
    <message>
        <source>the place of this computer is written place+system://=P12</source>
        <translation>本机自身位置请写成 place+system://=P12</translation>
    </message>
    <message>
        <source>{0} is no provider of places: give its name, such as geoclue2, or nothing</source>
        <translation>{0} 不是定位服务：请填写其名称，例如 geoclue2，或留空</translation>
    </message>
    <message>
        <source>{0} is driven by the simulated city: give the receiver a call sign of its own</source>
        <translation>{0} 由模拟城市驱动：请给接收设备另一个呼号</translation>
    </message>
    <message>
        <source>the table of sounds (sounds.json) does not fit its form</source>
        <translation>声音表（sounds.json）格式不符</translation>
    </message>
    <message>
        <source>{0} cannot name a macro: take a word of letters, without blanks or signs</source>
        <translation>{0} 不能作宏名称：请用不含空格和符号的文字</translation>
    </message>
    <message>
        <source>{0} is a verb: give the macro another name</source>
        <translation>{0} 是命令：请为宏另取名称</translation>
    </message>
    <message>
        <source>a macro has 1 to {0} lines: write &amp;&amp; between them</source>
        <translation>宏可含 1 至 {0} 条命令，以 &amp;&amp; 分隔</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; begins with no verb: a macro is made of lines as one types them</source>
        <translation>“{0}”不以命令开头：宏由平时输入的命令行组成</translation>
    </message>
    <message>
        <source>{0} macros are kept: forget one first</source>
        <translation>已保存 {0} 个宏：请先删除一个</translation>
    </message>
    <message>
        <source>{0} takes {1} words: {2}</source>
        <translation>{0} 需要 {1} 个词：{2}</translation>
    </message>
    <message>
        <source>{0} is not there: was it moved, or its disk taken out?</source>
        <translation>找不到 {0}：是否已移动，或存储盘已拔出？</translation>
    </message>
    <message>
        <source>{0} cannot be read: look whether it is a file that you may open</source>
        <translation>无法读取 {0}：请检查它是否为文件、您是否有权打开</translation>
    </message>
    <message>
        <source>{0} is too large to be a layer: cut it to the city first</source>
        <translation>{0} 太大，不能作为图层：请先裁剪到本市范围</translation>
    </message>
    <message>
        <source>{0} is no map file that can be a layer: give GeoJSON, GeoPackage, Shapefile, KML, GPX, GeoTIFF or MBTiles</source>
        <translation>{0} 不是可作图层的地图文件：请提供 GeoJSON、GeoPackage、Shapefile、KML、GPX、GeoTIFF 或 MBTiles</translation>
    </message>
    <message>
        <source>{0} lacks its {1}: put all parts of the Shapefile into one folder</source>
        <translation>{0} 缺少 {1}：请把 Shapefile 的所有部分放在同一文件夹</translation>
    </message>
    <message>
        <source>{0} is damaged, or it is not what it seems: save it anew in the program that it came from</source>
        <translation>{0} 已损坏或名不副实：请在原程序中重新保存</translation>
    </message>
    <message>
        <source>{0} declares entities, which no map file needs: save it anew without a DOCTYPE</source>
        <translation>{0} 声明了实体，地图文件不需要：请去掉 DOCTYPE 后重新保存</translation>
    </message>
    <message>
        <source>{0} unpacks to too much: take the map files out and give them alone</source>
        <translation>{0} 解压后过大：请取出其中的地图文件单独提供</translation>
    </message>
    <message>
        <source>{0} has names that lead elsewhere: take the map files out and give them alone</source>
        <translation>{0} 中的文件名指向别处：请取出其中的地图文件单独提供</translation>
    </message>
    <message>
        <source>{0} has nothing that can be shown on a map</source>
        <translation>{0} 中没有可在地图上显示的内容</translation>
    </message>
    <message>
        <source>{0} does not say in which coordinate system it is: save it in WGS-84 (EPSG:4326)</source>
        <translation>{0} 未说明坐标系：请以 WGS-84（EPSG:4326）保存</translation>
    </message>
    <message>
        <source>{0} has too many points to be a layer: cut it to the city first</source>
        <translation>{0} 的点太多，不能作为图层：请先裁剪到本市范围</translation>
    </message>
    <message>
        <source>{0} is a base map of vector tiles: open it as a city</source>
        <translation>{0} 是矢量瓦片底图：请作为城市打开</translation>
    </message>
    <message>
        <source>this system cannot confine the program that reads map files, so {0} is not read</source>
        <translation>本系统无法隔离读取地图文件的程序，因此不读取 {0}</translation>
    </message>
    <message>
        <source>{0} took too long to read: cut it to the city first</source>
        <translation>读取 {0} 用时过长：请先裁剪到本市范围</translation>
    </message>
    <message>
        <source>{0} made its reader fall: it is damaged or made to do harm, and nothing of it is shown</source>
        <translation>{0} 使读取程序崩溃：文件已损坏或含恶意内容，不予显示</translation>
    </message>
    <message>
        <source>what the reader told of {0} cannot be: nothing of it is shown</source>
        <translation>读取程序对 {0} 的结果不可信：不予显示</translation>
    </message>
    <message>
        <source>cresset-layer is not beside the program, so {0} cannot be read: install it again</source>
        <translation>程序旁找不到 cresset-layer，无法读取 {0}：请重新安装</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}</source>
        <translation>{0} 无法读取：{1}</translation>
    </message>
    <message>
        <source>give a file that ends with .osm.pbf, .osm, .osm.gz or .osm.bz2</source>
        <translation>请给出以 .osm.pbf、.osm、.osm.gz 或 .osm.bz2 结尾的文件</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>it has no nodes</source>
        <translation>其中没有节点</translation>
    </message>
    <message>
        <source>it has no ways; the file may be cut short</source>
        <translation>其中没有道路；文件可能被截断</translation>
    </message>
    <message>
        <source>it does not fit into memory</source>
        <translation>内存容纳不下</translation>
    </message>
    <message>
        <source>the map has no nodes: there is nothing to draw</source>
        <translation>地图没有节点：无可绘制</translation>
    </message>
    <message>
        <source>the map has nothing that can be drawn: take an extract with roads or buildings</source>
        <translation>地图中没有可绘制的内容：请用含道路或建筑的数据</translation>
    </message>
    <message>
        <source>the map is too large for one city: cut the city out of it first (osmium extract)</source>
        <translation>地图超出一座城市的范围：请先截取城市（osmium extract）</translation>
    </message>
    <message>
        <source>{0}: the pack cannot be written over its own source</source>
        <translation>{0}：城市包不能覆盖自己的来源</translation>
    </message>
    <message>
        <source>{0} is a folder: give the name of the pack to write</source>
        <translation>{0} 是文件夹：请给出要写入的城市包名称</translation>
    </message>
    <message>
        <source>{0}: there is no such folder to write into</source>
        <translation>{0}：没有这个可写入的文件夹</translation>
    </message>
    <message>
        <source>{0}: cannot be written: {1}</source>
        <translation>{0}：无法写入：{1}</translation>
    </message>
    <message>
        <source>the backup was stopped</source>
        <translation>备份已停止</translation>
    </message>
    <message>
        <source>the check was stopped</source>
        <translation>检查已停止</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>the file of fences is no GeoJSON FeatureCollection: it has no list &quot;features&quot;</source>
        <translation>围栏文件不是 GeoJSON FeatureCollection：没有“features”列表</translation>
    </message>
    <message>
        <source>the file of fences is no JSON, or nested too deep</source>
        <translation>围栏文件不是 JSON，或嵌套过深</translation>
    </message>
    <message>
        <source>the file of fences is larger than 64 MiB</source>
        <translation>围栏文件超过 64 MiB</translation>
    </message>
    <message>
        <source>a picture has no fences: give a file of lines and areas</source>
        <translation>图片中没有围栏：请给出含线和区域的文件</translation>
    </message>
    <message>
        <source>{0} cannot be written: look whether its folder may be written to</source>
        <translation>无法写入 {0}：请检查所在文件夹是否可写</translation>
    </message>
    <message>
        <source>feature {0}: {1}</source>
        <translation>第 {0} 个要素：{1}</translation>
    </message>
    <message>
        <source>{0}: there is no department {1}</source>
        <translation>{0}：没有部门 {1}</translation>
    </message>
    <message>
        <source>{0}: there is no camera {1}</source>
        <translation>{0}：没有摄像机 {1}</translation>
    </message>
    <message>
        <source>a position is not [longitude, latitude] in degrees</source>
        <translation>坐标不是以度表示的 [经度, 纬度]</translation>
    </message>
    <message>
        <source>coordinates are missing</source>
        <translation>缺少坐标</translation>
    </message>
    <message>
        <source>a point is a fence with &quot;radius_m&quot; only</source>
        <translation>点只有带“radius_m”才是围栏</translation>
    </message>
    <message>
        <source>&quot;{0}&quot; is no shape of a fence: draw a Polygon, a LineString or a Point</source>
        <translation>“{0}”不是围栏形状：请绘制 Polygon、LineString 或 Point</translation>
    </message>
    <message>
        <source>{0} must be a number above 0, at most {1}</source>
        <translation>{0} 必须是大于 0 且不超过 {1} 的数</translation>
    </message>
    <message>
        <source>{0} must be a time of the day (22:00)</source>
        <translation>{0} 必须是时刻（22:00）</translation>
    </message>
    <message>
        <source>{0} must be a day of the year (05-01)</source>
        <translation>{0} 必须是日期（05-01）</translation>
    </message>
    <message>
        <source>one receiver is one unit: give its call sign; only a fleet may speak for all (fleet+tcp)</source>
        <translation>一台接收机只代表一个警力：请写明呼号；只有车队接口（fleet+tcp）可以代表全部警力</translation>
    </message>
    <message>
        <source>{0} is no unit of this room: write * for all units, or list it first</source>
        <translation>{0} 不是本指挥室的警力：请写 * 代表全部警力，或先登记该警力</translation>
    </message>
    <message>
        <source>{0}: there is no unit {1}</source>
        <translation>{0}：没有警力 {1}</translation>
    </message>
    <message>
        <source>{0}: it lies on no map</source>
        <translation>{0}：坐标不在地图范围内</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Building the training city…</source>
        <translation>正在生成演练城市…</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>无法写入 %1</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>there is no unit {0}</source>
        <translation>没有警力 {0}</translation>
    </message>
    <message>
        <source>there is no incident {0}</source>
        <translation>没有警情 {0}</translation>
    </message>
    <message>
        <source>there is no {0} {1}</source>
        <translation>没有编号为 {1} 的{0}</translation>
    </message>
    <message>
        <source>incident {0} is closed: reopen it first</source>
        <translation>警情 {0} 已结案：请先重启该警情</translation>
    </message>
    <message>
        <source>incident {0} is not closed</source>
        <translation>警情 {0} 尚未结案</translation>
    </message>
    <message>
        <source>{0} is not on duty</source>
        <translation>{0} 不在岗</translation>
    </message>
    <message>
        <source>{0} is at work on {1}: release it there first</source>
        <translation>{0} 正在处置 {1}：请先从该警情撤回</translation>
    </message>
    <message>
        <source>{0} is already sent to {1}</source>
        <translation>{0} 已派往 {1}</translation>
    </message>
    <message>
        <source>{0} is not sent to {1}</source>
        <translation>{0} 未派往 {1}</translation>
    </message>
    <message>
        <source>{0} cannot go from {1} to {2}</source>
        <translation>{0} 不能由“{1}”转为“{2}”</translation>
    </message>
    <message>
        <source>{0} is {1} already</source>
        <translation>{0} 已处于“{1}”状态</translation>
    </message>
    <message>
        <source>{0} has no incident: dispatch it first</source>
        <translation>{0} 没有所派警情：请先派警</translation>
    </message>
    <message>
        <source>{0} is not in distress</source>
        <translation>{0} 未在求助</translation>
    </message>
    <message>
        <source>{0} is in distress already</source>
        <translation>{0} 已在求助</translation>
    </message>
    <message>
        <source>incident {0} cannot be a duplicate of itself or of its own duplicate</source>
        <translation>警情 {0} 不能并入自身或其重复警情</translation>
    </message>
    <message>
        <source>{0} is not in the table of {1}</source>
        <translation>{1}中没有 {0}</translation>
    </message>
    <message>
        <source>{0} is in use already</source>
        <translation>{0} 已被使用</translation>
    </message>
    <message>
        <source>{0} was changed by somebody else meanwhile: look again</source>
        <translation>{0} 已被其他席位更改：请重新查看</translation>
    </message>
    <message>
        <source>there is nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>there is nothing to redo</source>
        <translation>没有可重做的操作</translation>
    </message>
    <message>
        <source>{0} was changed again since: undo that first</source>
        <translation>{0} 之后又有更改：请先撤销后来的更改</translation>
    </message>
    <message>
        <source>the expiry lies in the past</source>
        <translation>到期时间已过</translation>
    </message>
    <message>
        <source>this journal is open for reading only</source>
        <translation>本值班日志以只读方式打开</translation>
    </message>
    <message>
        <source>nothing can be saved now: {0}</source>
        <translation>目前无法保存：{0}</translation>
    </message>
    <message>
        <source>there is nothing to do</source>
        <translation>没有需要执行的操作</translation>
    </message>
    <message>
        <source>this was done already</source>
        <translation>该操作已执行过</translation>
    </message>
    <message>
        <source>{0} may look but not act</source>
        <translation>{0} 只能查看，无权操作</translation>
    </message>
    <message>
        <source>a text or a time in it cannot be written down: look at what was typed or sent</source>
        <translation>其中的文字或时间无法记录：请检查输入或来件内容</translation>
    </message>
    <message>
        <source>the distress of {0} cannot be put aside: cancel it when the unit is safe</source>
        <translation>{0} 的求助不可搁置：确认单位安全后取消</translation>
    </message>
    <message>
        <source>an alarm can be shelved for {0} at most</source>
        <translation>告警最多搁置 {0}</translation>
    </message>
    <message>
        <source>{1} waits for {0} already</source>
        <translation>{1} 已在等待 {0}</translation>
    </message>
    <message>
        <source>{1} does not wait for {0}</source>
        <translation>{1} 未在等待 {0}</translation>
    </message>
    <message>
        <source>{0} is at work on {1} already</source>
        <translation>{0} 已在处置 {1}</translation>
    </message>
    <message>
        <source>{0} is free: send it at once</source>
        <translation>{0} 空闲：请直接派出</translation>
    </message>
    <message>
        <source>{0} is {1}: nothing can wait for it</source>
        <translation>{0} 处于{1}：不能为其排队</translation>
    </message>
    <message>
        <source>nothing waits for {0}</source>
        <translation>没有警情等待 {0}</translation>
    </message>
    <message>
        <source>{0} has all that its run card asks for</source>
        <translation>{0} 预案所需警力已齐</translation>
    </message>
    <message>
        <source>nobody is free for what the run card of {0} still asks for</source>
        <translation>{0} 预案尚缺的警力目前无人可派</translation>
    </message>
    <message>
        <source>{0} cannot take its own place</source>
        <translation>{0} 不能接替自己</translation>
    </message>
    <message>
        <source>{0} is under way to no incident: nobody can take its place</source>
        <translation>{0} 没有前往任何警情：无法换派</translation>
    </message>
    <message>
        <source>nobody was sent to {0} who was not recommended</source>
        <translation>{0} 没有派出非推荐警力</translation>
    </message>
    <message>
        <source>{0} cannot be a fence: {1}</source>
        <translation>{0} 不能作为围栏：{1}</translation>
    </message>
    <message>
        <source>no unit can close a point of the ring around {0} in time</source>
        <translation>没有警力能及时封控 {0} 周围的任何卡点</translation>
    </message>
    <message>
        <source>a street is closed (0) or slowed down to 1 to 99 percent of its speed</source>
        <translation>路段应为封闭（0）或限速至 1% 到 99%</translation>
    </message>
    <message>
        <source>a drill needs stages: rising times, each with one unit at least</source>
        <translation>演练需要阶段：时限递增，每阶段至少一个警力</translation>
    </message>
    <message>
        <source>this drill is over</source>
        <translation>该演练已结束</translation>
    </message>
    <message>
        <source>there is no cordon around {0}</source>
        <translation>{0} 周围没有布控</translation>
    </message>
    <message>
        <source>no street is closed there</source>
        <translation>该处没有封路</translation>
    </message>
    <message>
        <source>no arrival drill is running</source>
        <translation>没有正在进行的到场演练</translation>
    </message>
    <message>
        <source>no street is within {0} m of that place</source>
        <translation>该处 {0} 米内没有道路</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Of every word of the program. Verbs are understood in both.</source>
        <translation>程序的全部文字。命令两种语言都能识别。</translation>
    </message>
    <message>
        <source>that of the computer</source>
        <translation>随计算机</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Night for a dim room, day for a bright one.</source>
        <translation>暗室用夜间，亮室用日间。</translation>
    </message>
    <message>
        <source>night</source>
        <translation>夜间</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日间</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Of all panels and menus. The map keeps its own.</source>
        <translation>所有面板和菜单的文字；地图自有大小。</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>席位名称</translation>
    </message>
    <message>
        <source>A name such as calls, dispatch or supervisor: each seat has layouts of its own.</source>
        <translation>如“接警”“派警”“督导”的名称：每个席位有自己的布局。</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Where the panels stand. Keys: Shift+F1 to Shift+F9; layout save NAME saves one.</source>
        <translation>面板的位置。按键 Shift+F1 至 Shift+F9；“布局 保存 名称”可保存。</translation>
    </message>
    <message>
        <source>Ask twice above</source>
        <translation>多于此数时再次确认</translation>
    </message>
    <message>
        <source>An act on more units than this is shown first and done by a second Enter.</source>
        <translation>涉及更多警力的操作先在地图上预示，再按一次 Enter 才执行。</translation>
    </message>
    <message>
        <source> units</source>
        <translation> 个警力</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>接收器</translation>
    </message>
    <message>
        <source>Live positions over the network, a serial port or from this computer.</source>
        <translation>来自网络、串口或本机的实时位置。</translation>
    </message>
    <message>
        <source>Open the feeds</source>
        <translation>打开数据源</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Names on the map</source>
        <translation>地图地名</translation>
    </message>
    <message>
        <source>In which writing streets and places are named.</source>
        <translation>道路与地点用哪种文字标注。</translation>
    </message>
    <message>
        <source>as the window</source>
        <translation>随窗口</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>拉丁字母</translation>
    </message>
    <message>
        <source>both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Tails of units</source>
        <translation>警力轨迹</translation>
    </message>
    <message>
        <source>How far back the way of a unit is drawn behind it.</source>
        <translation>在警力后方绘出多久以来的行程。</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Whether the map glides to another zoom or is there at once.</source>
        <translation>地图缩放是平滑过渡还是立即到位。</translation>
    </message>
    <message>
        <source>glides</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>language English Chinese translation</source>
        <translation>语言 中文 英文 汉语 翻译</translation>
    </message>
    <message>
        <source>theme dark light colours skin appearance</source>
        <translation>主题 深色 浅色 颜色 皮肤 外观 夜间 白天</translation>
    </message>
    <message>
        <source>font letters bigger smaller zoom</source>
        <translation>字号 字体 字大小 文字 放大 缩小</translation>
    </message>
    <message>
        <source>seat position workplace user</source>
        <translation>席位 坐席 岗位 用户</translation>
    </message>
    <message>
        <source>layout panels windows docks arrangement</source>
        <translation>布局 面板 窗口 排列</translation>
    </message>
    <message>
        <source>confirm ask sure prompt</source>
        <translation>确认 询问 提示 二次确认</translation>
    </message>
    <message>
        <source>GPS position receiver feed NMEA serial network</source>
        <translation>定位 接收机 串口 网络 数据源</translation>
    </message>
    <message>
        <source>labels street names map language</source>
        <translation>地名 路名 标注 地图语言</translation>
    </message>
    <message>
        <source>track trail history tail</source>
        <translation>轨迹 尾迹 历史</translation>
    </message>
    <message>
        <source>animation smooth zoom glide</source>
        <translation>动画 缩放 平滑 滑动</translation>
    </message>
</context>
<context>
    <name>cresset::app::ClosureTool</name>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>Close this street</source>
        <translation>封闭此路段</translation>
    </message>
    <message>
        <source>Open this street again</source>
        <translation>解封此路段</translation>
    </message>
</context>
<context>
    <name>cresset::app::Console</name>
    <message>
        <source>this shift is only read: it has no feeds of its own</source>
        <translation>本班次为只读，没有自己的接收设备</translation>
    </message>
</context>
<context>
    <name>cresset::app::ContextMenus</name>
    <message>
        <source>Take a call here</source>
        <translation>在此处接警</translation>
    </message>
    <message>
        <source>#%1 is here</source>
        <translation>#%1 位置改到此处</translation>
    </message>
    <message>
        <source>Hazard here</source>
        <translation>在此处登记危险</translation>
    </message>
    <message>
        <source>Copy the coordinates</source>
        <translation>复制坐标</translation>
    </message>
    <message>
        <source>Send drone %1 here</source>
        <translation>派无人机 %1 到此处</translation>
    </message>
    <message>
        <source>Release from %1</source>
        <translation>从 %1 撤回</translation>
    </message>
    <message>
        <source>The unit is safe: cancel distress</source>
        <translation>警力安全：取消求助</translation>
    </message>
    <message>
        <source>Distress</source>
        <translation>求助</translation>
    </message>
    <message>
        <source>Send to #%1</source>
        <translation>派往 #%1</translation>
    </message>
    <message>
        <source>Send the first unit</source>
        <translation>派出首选警力</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Correct the place</source>
        <translation>位置修正</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>What is near</source>
        <translation>周边资源</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Follow on the map</source>
        <translation>地图跟随</translation>
    </message>
    <message>
        <source>Spoken to: all well</source>
        <translation>已联系：平安</translation>
    </message>
    <message>
        <source>Snooze its timers</source>
        <translation>延时其计时提醒</translation>
    </message>
    <message>
        <source>for %1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>as long as it has this status</source>
        <translation>本状态内不再提醒</translation>
    </message>
    <message>
        <source>#%1 waits for it</source>
        <translation>#%1 排在其后</translation>
    </message>
    <message>
        <source>Send to %1, which is next</source>
        <translation>派往下一警情 %1</translation>
    </message>
    <message>
        <source>%1 waits for it no longer</source>
        <translation>取消 %1 的排队</translation>
    </message>
    <message>
        <source>%1 waits for %2</source>
        <translation>%1 等待 %2</translation>
    </message>
    <message>
        <source>Send %1 to %2 now</source>
        <translation>现在派 %1 前往 %2</translation>
    </message>
    <message>
        <source>Send the run card</source>
        <translation>按预案派警</translation>
    </message>
    <message>
        <source>north</source>
        <translation>北</translation>
    </message>
    <message>
        <source>north-east</source>
        <translation>东北</translation>
    </message>
    <message>
        <source>east</source>
        <translation>东</translation>
    </message>
    <message>
        <source>south-east</source>
        <translation>东南</translation>
    </message>
    <message>
        <source>south</source>
        <translation>南</translation>
    </message>
    <message>
        <source>south-west</source>
        <translation>西南</translation>
    </message>
    <message>
        <source>west</source>
        <translation>西</translation>
    </message>
    <message>
        <source>north-west</source>
        <translation>西北</translation>
    </message>
    <message>
        <source>sees all round, %1 m far</source>
        <translation>全向，可视 %1 米</translation>
    </message>
    <message>
        <source>looks %1, %2° wide, %3 m far</source>
        <translation>朝%1，视角 %2°，可视 %3 米</translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>%1 m high, battery %2 %</source>
        <translation>高 %1 米，电量 %2 %</translation>
    </message>
    <message>
        <source>units on duty: %1, available: %2</source>
        <translation>在岗警力：%1，待命：%2</translation>
    </message>
    <message>
        <source>Send it to #%1</source>
        <translation>派往 #%1</translation>
    </message>
    <message>
        <source>Fly it home</source>
        <translation>返航</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>放大</translation>
    </message>
</context>
<context>
    <name>cresset::app::CordonTool</name>
    <message>
        <source>Cordon</source>
        <translation>布控</translation>
    </message>
    <message>
        <source>select an incident first</source>
        <translation>请先选择警情</translation>
    </message>
    <message>
        <source>Plan a cordon</source>
        <translation>布控方案</translation>
    </message>
    <message>
        <source>Leave %1 out</source>
        <translation>不用 %1</translation>
    </message>
    <message>
        <source>Suspect of #%1 seen here</source>
        <translation>#%1 嫌疑人在此出现</translation>
    </message>
    <message>
        <source>a cordon is planned around an open incident</source>
        <translation>只能对未结警情布控</translation>
    </message>
    <message>
        <source>this city has no roads: a cordon needs them</source>
        <translation>该城市数据无道路，无法布控</translation>
    </message>
    <message>
        <source>cordon set: %1 units are sent; Ctrl+Z takes it back</source>
        <translation>布控已下达：派出 %1 个警力；Ctrl+Z 撤销</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 个卡点</translation>
    </message>
    <message>
        <source>sealed by %1: Enter sets it, Esc leaves it</source>
        <translation>%1可封闭：回车下达，Esc 放弃</translation>
    </message>
    <message>
        <source>by the rule of thumb: grids %1; %2</source>
        <translation>经验法：网格 %1；%2</translation>
    </message>
    <message>
        <source>suspect seen %1, %2 ago</source>
        <translation>嫌疑人 %1 出现，%2 前</translation>
    </message>
    <message>
        <source>he was last seen elsewhere: the cordon is planned anew</source>
        <translation>嫌疑人最后位置已更正：正在重新规划布控</translation>
    </message>
    <message>
        <source>not sealed by %1: Enter sets it, Esc leaves it</source>
        <translation>%1未能封闭：回车下达，Esc 放弃</translation>
    </message>
</context>
<context>
    <name>cresset::app::FeedsDialog</name>
    <message>
        <source>connecting</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>live</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>已断开</translation>
    </message>
    <message>
        <source>nobody listens at that port</source>
        <translation>该端口无人监听</translation>
    </message>
    <message>
        <source>no host of that name is known</source>
        <translation>找不到该主机名</translation>
    </message>
    <message>
        <source>the host does not answer</source>
        <translation>主机无应答</translation>
    </message>
    <message>
        <source>the other side closed the connection</source>
        <translation>对方关闭了连接</translation>
    </message>
    <message>
        <source>nothing came that can be read</source>
        <translation>没有收到可读的数据</translation>
    </message>
    <message>
        <source>another program listens at that port</source>
        <translation>该端口已被其他程序占用</translation>
    </message>
    <message>
        <source>the system does not allow it</source>
        <translation>系统不允许</translation>
    </message>
    <message>
        <source>the network fails</source>
        <translation>网络故障</translation>
    </message>
    <message>
        <source>nothing is plugged in there</source>
        <translation>该处没有接入设备</translation>
    </message>
    <message>
        <source>another program has it, or this user is not in the group dialout</source>
        <translation>已被其他程序占用，或当前用户不在 dialout 组</translation>
    </message>
    <message>
        <source>the receiver was unplugged</source>
        <translation>接收设备已拔出</translation>
    </message>
    <message>
        <source>this computer has no receiver, or its location service is off</source>
        <translation>本机没有定位设备，或系统定位服务已关闭</translation>
    </message>
    <message>
        <source>No receiver is listened to yet.</source>
        <translation>尚未接入接收设备。</translation>
    </message>
    <message>
        <source>malformed: %1</source>
        <translation>格式错误：%1</translation>
    </message>
    <message>
        <source>without a fix: %1</source>
        <translation>未定位：%1</translation>
    </message>
    <message>
        <source>%1 may not speak: %2×</source>
        <translation>%1 无权上报：%2 次</translation>
    </message>
    <message>
        <source>%1 is listened to</source>
        <translation>已接入 %1</translation>
    </message>
    <message>
        <source>%1: %2; tried again by itself</source>
        <translation>%1：%2；将自动重试</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>接收设备</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>警力</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation>格式错误</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>迟到</translation>
    </message>
    <message>
        <source>Doubled</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>可疑</translation>
    </message>
    <message>
        <source>Unauthorised</source>
        <translation>未授权</translation>
    </message>
    <message>
        <source>Last fix</source>
        <translation>最近定位</translation>
    </message>
    <message>
        <source>host:port, or a port to listen at</source>
        <translation>主机:端口，或监听端口</translation>
    </message>
    <message>
        <source>/dev/ttyUSB0, or with its speed: /dev/ttyUSB0:9600</source>
        <translation>/dev/ttyUSB0，或带速率：/dev/ttyUSB0:9600</translation>
    </message>
    <message>
        <source>nothing: where this computer itself is</source>
        <translation>无需填写：本机自身位置</translation>
    </message>
    <message>
        <source>call sign</source>
        <translation>呼号</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>all units</source>
        <translation>全部警力</translation>
    </message>
    <message>
        <source>call sign, or * for all units</source>
        <translation>呼号，或用 * 代表全部警力</translation>
    </message>
    <message>
        <source>Take %1 units in</source>
        <translation>接入 %1 个警力</translation>
    </message>
    <message>
        <source>they are units of the room now</source>
        <translation>已成为本指挥室的警力</translation>
    </message>
    <message>
        <source>Units of which the fleet speaks and that the room does not know yet</source>
        <translation>车队接口报告、但本指挥室尚未登记的警力</translation>
    </message>
</context>
<context>
    <name>cresset::app::FenceFiles</name>
    <message>
        <source>another file of fences is still being read or written</source>
        <translation>另一个围栏文件仍在读写</translation>
    </message>
    <message>
        <source>Fences (*.geojson *.json *.gpkg *.kml *.kmz *.shp *.zip)</source>
        <translation>围栏文件 (*.geojson *.json *.gpkg *.kml *.kmz *.shp *.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Export all fences</source>
        <translation>导出全部围栏</translation>
    </message>
    <message>
        <source>; and %1 more</source>
        <translation>；另有 %1 个</translation>
    </message>
    <message>
        <source>%1 has no fences</source>
        <translation>%1 中没有围栏</translation>
    </message>
    <message>
        <source>%1 has no fences: %2</source>
        <translation>%1 中没有围栏：%2</translation>
    </message>
    <message>
        <source>fences drawn from %1: %2</source>
        <translation>已从 %1 绘制围栏：%2</translation>
    </message>
    <message>
        <source>%1 · left out: %2</source>
        <translation>%1 · 未导入：%2</translation>
    </message>
    <message>
        <source>there is no fence that can be written: draw one first</source>
        <translation>没有可导出的围栏：请先绘制</translation>
    </message>
    <message>
        <source>fences written to %1: %2</source>
        <translation>围栏已写入 %1：%2</translation>
    </message>
    <message>
        <source>Import fences</source>
        <translation>导入围栏</translation>
    </message>
    <message>
        <source>Positions in %1 are in</source>
        <translation>%1 中的坐标为</translation>
    </message>
    <message>
        <source> · left out, for nobody knows where their unit is: %1</source>
        <translation> · 未写入（其警力位置不明）：%1</translation>
    </message>
</context>
<context>
    <name>cresset::app::FenceTool</name>
    <message>
        <source>nothing was drawn</source>
        <translation>没有绘制任何内容</translation>
    </message>
    <message>
        <source>select a unit first: the fence moves with it</source>
        <translation>请先选中警力：围栏随其移动</translation>
    </message>
    <message>
        <source>%1 has no position yet</source>
        <translation>%1 尚无定位</translation>
    </message>
    <message>
        <source>choose an area in the list first: the hole is cut out of it</source>
        <translation>请先在列表中选择一个区域：孔洞从中挖去</translation>
    </message>
    <message>
        <source>Esc leaves</source>
        <translation>Esc 退出</translation>
    </message>
    <message>
        <source>Circle: click its middle · %1</source>
        <translation>圆形：点击圆心 · %1</translation>
    </message>
    <message>
        <source>Circle: click its edge · Backspace: another middle · %1</source>
        <translation>圆形：点击边缘 · 退格：另选圆心 · %1</translation>
    </message>
    <message>
        <source>Click how far it reaches, Enter: 300 m · %1</source>
        <translation>点击其范围，回车：300 米 · %1</translation>
    </message>
    <message>
        <source>Click a patrol grid, with Alt its whole district · %1</source>
        <translation>点击巡逻网格，按住 Alt 为整个辖区 · %1</translation>
    </message>
    <message>
        <source>Corridor: click how wide, Enter: 100 m · %1</source>
        <translation>走廊：点击宽度，回车：100 米 · %1</translation>
    </message>
    <message>
        <source>Click on, Enter ends · Backspace: one back · Alt: no snapping · %1</source>
        <translation>继续点击，回车结束 · 退格：退一点 · Alt：不吸附 · %1</translation>
    </message>
    <message>
        <source>no patrol grid and no district is known there</source>
        <translation>该处没有已知的巡逻网格或辖区</translation>
    </message>
    <message>
        <source>this cannot be a fence yet: %1</source>
        <translation>还不能作为围栏：%1</translation>
    </message>
    <message>
        <source>a hole was cut out of %1</source>
        <translation>已从 %1 挖去孔洞</translation>
    </message>
    <message>
        <source>%1 wide</source>
        <translation>宽 %1</translation>
    </message>
    <message>
        <source>fence %1</source>
        <translation>围栏 %1</translation>
    </message>
    <message>
        <source>fence changed: %1</source>
        <translation>围栏已修改：%1</translation>
    </message>
    <message>
        <source>fence drawn: %1</source>
        <translation>围栏已绘制：%1</translation>
    </message>
    <message>
        <source>it needs this corner: click another, or remove the fence</source>
        <translation>这个角点不能删：请点击其他角点，或移除围栏</translation>
    </message>
    <message>
        <source>no point is set yet</source>
        <translation>还没有点</translation>
    </message>
    <message>
        <source>Fences</source>
        <translation>围栏</translation>
    </message>
    <message>
        <source>Fence</source>
        <translation>围栏设置</translation>
    </message>
    <message>
        <source>Fence: %1</source>
        <translation>围栏：%1</translation>
    </message>
    <message>
        <source>Show in the list</source>
        <translation>在列表中显示</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Draw a fence around it</source>
        <translation>绘制随行围栏</translation>
    </message>
    <message>
        <source>Draw a fence</source>
        <translation>绘制围栏</translation>
    </message>
    <message>
        <source>the fence has no place yet: its unit has sent none</source>
        <translation>围栏尚无位置：其警力还没有定位</translation>
    </message>
    <message>
        <source>fence removed: %1 · undo brings it back</source>
        <translation>围栏已移除：%1 · 可撤销</translation>
    </message>
</context>
<context>
    <name>cresset::app::FirstPage</name>
    <message>
        <source>Reading the data</source>
        <translation>正在读取数据</translation>
    </message>
    <message>
        <source>Building the roads</source>
        <translation>正在建立路网</translation>
    </message>
    <message>
        <source>Building areas</source>
        <translation>正在建立区域</translation>
    </message>
    <message>
        <source>Listing names</source>
        <translation>正在编制地名</translation>
    </message>
    <message>
        <source>Building houses</source>
        <translation>正在建立建筑</translation>
    </message>
    <message>
        <source>Drawing tiles</source>
        <translation>正在绘制瓦片</translation>
    </message>
    <message>
        <source>Checking the city</source>
        <translation>正在检查城市包</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>正在处理</translation>
    </message>
    <message>
        <source>Welcome to Cresset</source>
        <translation>欢迎使用 Cresset</translation>
    </message>
    <message>
        <source>Choose how you like it; everything can be changed later in the settings (Ctrl+,). The exercise is a shift in an invented city: nothing you do there reaches anybody.</source>
        <translation>请按喜好选择；以后都可在设置（Ctrl+,）中更改。演练是虚构城市中的一个班次：其中的任何操作都不会发送给任何人。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>夜间</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日间</translation>
    </message>
    <message>
        <source>The training city (invented)</source>
        <translation>训练城市（虚构）</translation>
    </message>
    <message>
        <source>A city of your own, from OpenStreetMap data (.osm.pbf, .osm)</source>
        <translation>自己的城市，来自 OpenStreetMap 数据（.osm.pbf、.osm）</translation>
    </message>
    <message>
        <source>A city pack that is there already (.mbtiles)</source>
        <translation>已有的城市包（.mbtiles）</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Open the exercise</source>
        <translation>打开演练</translation>
    </message>
    <message>
        <source>Start a new shift</source>
        <translation>开始新班次</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The file of the city</source>
        <translation>城市文件</translation>
    </message>
    <message>
        <source>How far the city is</source>
        <translation>城市制作进度</translation>
    </message>
    <message>
        <source>OpenStreetMap data (*.osm.pbf *.osm *.osm.gz *.osm.bz2)</source>
        <translation>OpenStreetMap 数据 (*.osm.pbf *.osm *.osm.gz *.osm.bz2)</translation>
    </message>
    <message>
        <source>City packs (*.mbtiles)</source>
        <translation>城市包 (*.mbtiles)</translation>
    </message>
    <message>
        <source>Choose the file of the city</source>
        <translation>选择城市文件</translation>
    </message>
    <message>
        <source>Which file? Choose it, or type its path.</source>
        <translation>哪个文件？请选择，或输入其路径。</translation>
    </message>
    <message>
        <source>Stopped: nothing was written. Choose a city to go on.</source>
        <translation>已停止：未写入任何内容。请选择城市以继续。</translation>
    </message>
    <message>
        <source>An exercise needs roads, and this map has none: start a new shift on it, or choose a city pack.</source>
        <translation>演练需要道路，而此地图没有：请在其上开始新班次，或选择城市包。</translation>
    </message>
</context>
<context>
    <name>cresset::app::MainWindow</name>
    <message>
        <source>select a unit first</source>
        <translation>请先选择警力</translation>
    </message>
    <message>
        <source>%1 entries not saved yet</source>
        <translation>%1 条记录尚未保存</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>the exercise stands still</source>
        <translation>演练已暂停</translation>
    </message>
    <message>
        <source>the exercise runs at %1 x</source>
        <translation>演练以 %1 倍速运行</translation>
    </message>
    <message>
        <source>select an incident first</source>
        <translation>请先选择警情</translation>
    </message>
    <message>
        <source>the picture is in the clipboard</source>
        <translation>画面已复制到剪贴板</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>警情</translation>
    </message>
    <message>
        <source>Take a call</source>
        <translation>接警</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>警情详情</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>警力</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>the disk works again: everything is saved</source>
        <translation>磁盘已恢复：全部已保存</translation>
    </message>
    <message>
        <source>Float or dock</source>
        <translation>浮动或停靠</translation>
    </message>
    <message>
        <source>Hide the panel</source>
        <translation>隐藏面板</translation>
    </message>
    <message>
        <source>%1 has no position yet</source>
        <translation>%1 尚无定位</translation>
    </message>
    <message>
        <source>view: %1</source>
        <translation>视图：%1</translation>
    </message>
    <message>
        <source>kept: Alt+%1 or v %2 shows it</source>
        <translation>已保存：Alt+%1 或“视图 %2”可调出</translation>
    </message>
    <message>
        <source>kept: v %1 shows it</source>
        <translation>已保存：“视图 %1”可调出</translation>
    </message>
    <message>
        <source>the view %1 is kept no longer</source>
        <translation>视图“%1”已删除</translation>
    </message>
    <message>
        <source>no view has that key yet: keep NAME keeps this one</source>
        <translation>该键尚无视图：输入“保存视图 名称”可保存当前视图</translation>
    </message>
    <message>
        <source>Tabs to the left</source>
        <translation>向左滚动标签</translation>
    </message>
    <message>
        <source>Tabs to the right</source>
        <translation>向右滚动标签</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>Print the map</source>
        <translation>打印地图</translation>
    </message>
    <message>
        <source>the map was printed</source>
        <translation>地图已打印</translation>
    </message>
    <message>
        <source>the printer took nothing</source>
        <translation>打印失败：打印机未接收</translation>
    </message>
    <message>
        <source>NO SOUND</source>
        <translation>无声音设备</translation>
    </message>
    <message>
        <source>SILENCED</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>A SOUND IS OFF</source>
        <translation>有声音已关闭</translation>
    </message>
    <message>
        <source>nothing will be heard: %1</source>
        <translation>将没有声音：%1</translation>
    </message>
    <message>
        <source>nothing waits for a unit that is free</source>
        <translation>没有警情等待空闲警力</translation>
    </message>
    <message>
        <source>Layouts</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Save this layout…</source>
        <translation>保存当前布局…</translation>
    </message>
    <message>
        <source>Forget a layout…</source>
        <translation>删除布局…</translation>
    </message>
    <message>
        <source>saved: layout %1 shows it</source>
        <translation>已保存：“布局 %1”可调出</translation>
    </message>
    <message>
        <source>the layout %1 is saved no longer</source>
        <translation>布局 %1 不再保存</translation>
    </message>
    <message>
        <source>%1 is one of the usual layouts, which stay</source>
        <translation>%1 是固有布局，不能删除</translation>
    </message>
    <message>
        <source>layout: %1</source>
        <translation>布局：%1</translation>
    </message>
    <message>
        <source>go into a panel first, with Tab or a click</source>
        <translation>请先用 Tab 或单击进入一个面板</translation>
    </message>
    <message>
        <source>there is no other screen</source>
        <translation>没有其他屏幕</translation>
    </message>
    <message>
        <source>a screen is gone: %1 windows of it are here now</source>
        <translation>一个屏幕已断开：其上 %1 个窗口已移到这里</translation>
    </message>
    <message>
        <source>the screen is back, and %1 windows on it</source>
        <translation>屏幕已恢复，%1 个窗口已移回</translation>
    </message>
    <message>
        <source>%1 is being read</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>%1 is on the map</source>
        <translation>%1 已叠加到地图</translation>
    </message>
    <message>
        <source>%1 is a layer, but lies outside of the picture: &quot;Zoom to it&quot; goes there</source>
        <translation>%1 已成为图层，但不在当前画面内：“缩放到该处”可前往</translation>
    </message>
    <message>
        <source>Add a file as a layer</source>
        <translation>添加文件图层</translation>
    </message>
    <message>
        <source>Map files (*.geojson *.json *.gpkg *.shp *.zip *.kml *.kmz *.gpx *.tif *.tiff *.mbtiles)</source>
        <translation>地图文件 (*.geojson *.json *.gpkg *.shp *.zip *.kml *.kmz *.gpx *.tif *.tiff *.mbtiles)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>Positions in %1 are in</source>
        <translation>%1 中的坐标为</translation>
    </message>
    <message>
        <source>look at %1</source>
        <translation>查看 %1</translation>
    </message>
    <message>
        <source>the next view that is kept: keep NAME</source>
        <translation>下一个保存的视图：保存视图 名称</translation>
    </message>
    <message>
        <source>leave a panel that was asked for, or empty the command line</source>
        <translation>离开临时面板，或清空命令行</translation>
    </message>
    <message>
        <source>Print the keys and verbs</source>
        <translation>打印按键与命令</translation>
    </message>
    <message>
        <source>the page was printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>The situation</source>
        <translation>态势</translation>
    </message>
    <message>
        <source>The clock, how many incidents of each priority and how many units in each state, and the alarms. A striped edge and the word EXERCISE say that nothing here is real.</source>
        <translation>时钟、各级警情数、各状态警力数和告警。条纹边框和“演练”字样表示这里的一切都不是真实的。</translation>
    </message>
    <message>
        <source>The queue</source>
        <translation>警情列表</translation>
    </message>
    <message>
        <source>Every open incident, the most urgent first; the bar fills towards its time limit. F4 goes to the next one that waits.</source>
        <translation>全部未结警情，最紧急的在前；进度条向时限填满。F4 转到下一个待派警情。</translation>
    </message>
    <message>
        <source>Taking a call</source>
        <translation>接警</translation>
    </message>
    <message>
        <source>F2 opens it: the place, what happened, who called. Calls that may be the same show while you type. Ctrl+Enter saves.</source>
        <translation>按 F2 打开：地点、事由、报警人。输入时会显示可能重复的警情。Ctrl+Enter 保存。</translation>
    </message>
    <message>
        <source>The incident in hand</source>
        <translation>当前警情</translation>
    </message>
    <message>
        <source>Who gets there first, and why; who was passed over, and why. F5 sends the first, F8 closes.</source>
        <translation>谁最先到达及其理由；谁被略过及其理由。F5 派出第一个，F8 结案。</translation>
    </message>
    <message>
        <source>The map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>It moves only when you move it; * shows everything again. Drag a unit onto an incident, or right-click a place for every act there.</source>
        <translation>只有您移动时地图才会动；* 重新显示全部。可将警力拖到警情上，或右键单击某处查看可做的操作。</translation>
    </message>
    <message>
        <source>The board of units</source>
        <translation>警力面板</translation>
    </message>
    <message>
        <source>Every unit with its state and since when. F6 sets the usual next state of the one selected.</source>
        <translation>每个警力的状态及持续时间。F6 将所选警力设为通常的下一状态。</translation>
    </message>
    <message>
        <source>What, where, since when, and what to do now (F10). Distress stays until it is cancelled.</source>
        <translation>何事、何处、何时起、现在做什么（F10）。求助在取消之前一直保留。</translation>
    </message>
    <message>
        <source>The command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>Type anywhere: d P12 1023 sends P12. The map shows what would happen; Enter does it, u takes it back, ? explains.</source>
        <translation>在任何地方直接输入：“派警 P12 1023”派出 P12。地图会预示结果；Enter 执行，“撤销”收回，? 查看说明。</translation>
    </message>
    <message>
        <source>Your desk</source>
        <translation>您的席位</translation>
    </message>
    <message>
        <source>Drag a panel by its title to any screen. Layouts keep it under a name; Ctrl+, opens the settings, F1 every key and verb.</source>
        <translation>拖动标题可将面板放到任何屏幕。布局以名称保存；Ctrl+, 打开设置，F1 显示全部按键与命令。</translation>
    </message>
    <message>
        <source>silent now; the alarms stay on the list</source>
        <translation>已静音，告警仍在列表中</translation>
    </message>
    <message>
        <source>nothing sounds</source>
        <translation>当前没有声音</translation>
    </message>
    <message>
        <source>open incidents of priority 1: %1. To quit all the same, quit again within %2 seconds</source>
        <translation>尚有 %1 起一级警情未结。仍要退出，请在 %2 秒内再次退出</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
</context>
<context>
    <name>cresset::app::NearTool</name>
    <message>
        <source>Near</source>
        <translation>周边</translation>
    </message>
    <message>
        <source>this city has no roads: ask by distance, near 800m</source>
        <translation>该城市数据无道路：请按距离查询，周边 800m</translation>
    </message>
    <message>
        <source>%1 found: %2</source>
        <translation>找到 %1 项：%2</translation>
    </message>
    <message>
        <source>%1 near now: %2</source>
        <translation>新增 %1 项：%2</translation>
    </message>
    <message>
        <source>%1 no longer: %2</source>
        <translation>减少 %1 项：%2</translation>
    </message>
    <message>
        <source>the place was corrected · %1</source>
        <translation>位置已修正 · %1</translation>
    </message>
    <message>
        <source>within %1 min of %2</source>
        <translation>%2 周围 %1 分钟内</translation>
    </message>
    <message>
        <source>within %1 m of %2</source>
        <translation>%2 周围 %1 米内</translation>
    </message>
</context>
<context>
    <name>cresset::app::ReachTool</name>
    <message>
        <source>Reach</source>
        <translation>可达</translation>
    </message>
    <message>
        <source>select a unit or an incident first</source>
        <translation>请先选择警力或警情</translation>
    </message>
    <message>
        <source>How far it gets</source>
        <translation>可达范围</translation>
    </message>
    <message>
        <source>Who gets here in 1, 3, 5 minutes</source>
        <translation>1、3、5 分钟可赶到此处的范围</translation>
    </message>
    <message>
        <source>this city has no roads: nobody knows how far one gets</source>
        <translation>该城市数据无道路，无法计算可达范围</translation>
    </message>
    <message>
        <source>nobody knows where that unit is</source>
        <translation>该警力没有定位</translation>
    </message>
    <message>
        <source>How far %1 gets</source>
        <translation>%1 可达范围</translation>
    </message>
    <message>
        <source>From where one gets to #%1</source>
        <translation>可赶到 #%1 的范围</translation>
    </message>
    <message>
        <source>From where one gets to %1</source>
        <translation>可赶到 %1 的范围</translation>
    </message>
    <message>
        <source>there is no road near it</source>
        <translation>附近没有道路</translation>
    </message>
    <message>
        <source>Coverage now</source>
        <translation>当前覆盖</translation>
    </message>
    <message>
        <source>%1 units are free</source>
        <translation>%1 个警力待命</translation>
    </message>
    <message>
        <source>best move: %1 to %2, there in %3: %4 of late streets instead of %5</source>
        <translation>最佳调动：%1 到 %2，%3 到达：超时道路由 %5 减为 %4</translation>
    </message>
    <message>
        <source>opens a hole of %1</source>
        <translation>派出后留下 %1 空白</translation>
    </message>
    <message>
        <source>the place was corrected: who gets there is worked out anew</source>
        <translation>位置已更正：正在重新计算可达范围</translation>
    </message>
</context>
<context>
    <name>cresset::app::SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>No setting has such words. Clear the search to see all.</source>
        <translation>没有含此文字的设置。清空搜索可查看全部。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>%1: back to the usual</source>
        <translation>%1：恢复默认</translation>
    </message>
    <message>
        <source>Back to the usual</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>%1: how loud</source>
        <translation>%1：音量</translation>
    </message>
    <message>
        <source>Hear it</source>
        <translation>试听</translation>
    </message>
    <message>
        <source>%1: hear it</source>
        <translation>%1：试听</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1，已更改</translation>
    </message>
</context>
<context>
    <name>cresset::app::ShiftFiles</name>
    <message>
        <source>Journals (*.cresset)</source>
        <translation>值班日志 (*.cresset)</translation>
    </message>
    <message>
        <source>Open a city</source>
        <translation>打开城市数据包</translation>
    </message>
    <message>
        <source>City packs (*.mbtiles)</source>
        <translation>城市数据包 (*.mbtiles)</translation>
    </message>
    <message>
        <source>Open a journal</source>
        <translation>打开值班日志</translation>
    </message>
    <message>
        <source>this shift is only read: open its journal for writing first</source>
        <translation>本班次为只读：请先以可写方式打开其值班日志</translation>
    </message>
    <message>
        <source>Journal of the new shift</source>
        <translation>新班次的值班日志</translation>
    </message>
    <message>
        <source>this shift is only read: back it up where it is written</source>
        <translation>本班次只读：请在写入它的席位上备份</translation>
    </message>
    <message>
        <source>Back up the journal</source>
        <translation>备份值班日志</translation>
    </message>
    <message>
        <source>backed up to %1</source>
        <translation>已备份到 %1</translation>
    </message>
    <message>
        <source>select an incident first</source>
        <translation>请先选择警情</translation>
    </message>
    <message>
        <source>Erase personal text</source>
        <translation>清除个人信息</translation>
    </message>
    <message>
        <source>Erase the caller and what was said of #%1 for good? This cannot be taken back.</source>
        <translation>永久清除 #%1 的报警人信息与报警内容？此操作无法撤销。</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>已清除</translation>
    </message>
    <message>
        <source>Backing up the journal</source>
        <translation>正在备份日志文件</translation>
    </message>
    <message>
        <source>this shift is kept in memory alone: it has no journal to check</source>
        <translation>此班次只保存在内存中：没有可检查的日志文件</translation>
    </message>
    <message>
        <source>Checking the journal</source>
        <translation>正在检查日志文件</translation>
    </message>
    <message>
        <source>the journal is whole: no entry was altered, taken out or put in</source>
        <translation>日志文件完整：没有记录被改动、删除或插入</translation>
    </message>
    <message>
        <source>something runs already: wait for it, or stop it</source>
        <translation>已有任务在运行：请等待，或将其停止</translation>
    </message>
</context>
<context>
    <name>cresset::app::StageTool</name>
    <message>
        <source>Arrival drill</source>
        <translation>到场演练</translation>
    </message>
    <message>
        <source>Arrival drill here: T0 now</source>
        <translation>在此开始到场演练（T0）</translation>
    </message>
</context>
<context>
    <name>cresset::app::TurnTool</name>
    <message>
        <source>Way</source>
        <translation>路线</translation>
    </message>
    <message>
        <source>Its way in words</source>
        <translation>逐段路线</translation>
    </message>
    <message>
        <source>this city has no roads: no way can be told</source>
        <translation>本城市没有道路数据：无法给出路线</translation>
    </message>
    <message>
        <source>nobody knows where that unit is</source>
        <translation>不知道该警力的位置</translation>
    </message>
    <message>
        <source>it is sent nowhere: say where to, turns P03 1023</source>
        <translation>该警力未被派往任何地点：请写明目的地，如 路线 P03 1023</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 前往 %2</translation>
    </message>
    <message>
        <source>there is no way by road</source>
        <translation>没有可行道路</translation>
    </message>
</context>
<context>
    <name>cresset::widgets</name>
    <message>
        <source>incident types</source>
        <translation>警情类型表</translation>
    </message>
    <message>
        <source>priorities</source>
        <translation>警情等级表</translation>
    </message>
    <message>
        <source>dispositions</source>
        <translation>处理结果表</translation>
    </message>
    <message>
        <source>hazard</source>
        <translation>危险登记</translation>
    </message>
    <message>
        <source>drone</source>
        <translation>无人机</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>alert</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>on duty</source>
        <translation>在岗</translation>
    </message>
    <message>
        <source>off duty</source>
        <translation>离岗</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 米</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 公里</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待派</translation>
    </message>
    <message>
        <source>dispatched</source>
        <translation>已派</translation>
    </message>
    <message>
        <source>en route</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>under control</source>
        <translation>已控制</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已结案</translation>
    </message>
    <message>
        <source>arms</source>
        <translation>武器</translation>
    </message>
    <message>
        <source>first aid</source>
        <translation>急救装备</translation>
    </message>
    <message>
        <source>traffic kit</source>
        <translation>交通处置装备</translation>
    </message>
    <message>
        <source>a dog</source>
        <translation>警犬</translation>
    </message>
    <message>
        <source>a boat</source>
        <translation>船艇</translation>
    </message>
    <message>
        <source>fire-fighting kit</source>
        <translation>消防装备</translation>
    </message>
    <message>
        <source>an ambulance</source>
        <translation>救护车</translation>
    </message>
    <message>
        <source>a negotiator</source>
        <translation>谈判员</translation>
    </message>
    <message>
        <source>DISTRESS %1</source>
        <translation>%1 求助</translation>
    </message>
    <message>
        <source>hazard near %1</source>
        <translation>%1 附近有危险</translation>
    </message>
    <message>
        <source>%1 has not answered for %2: call it</source>
        <translation>%1 对 %2 未应答：请呼叫</translation>
    </message>
    <message>
        <source>%1 waits longer than its limit: send a unit</source>
        <translation>%1 待派超时：请派警</translation>
    </message>
    <message>
        <source>doubtful position of %1</source>
        <translation>%1 定位存疑</translation>
    </message>
    <message>
        <source>link lost: %1</source>
        <translation>失去联络：%1</translation>
    </message>
    <message>
        <source>%1 — perhaps: %2</source>
        <translation>%1 —— 是否要输入：%2</translation>
    </message>
    <message>
        <source>first by road</source>
        <translation>按道路最先到场</translation>
    </message>
    <message>
        <source>%1 later</source>
        <translation>晚到 %1</translation>
    </message>
    <message>
        <source>nearest in a straight line (%1)</source>
        <translation>直线距离最近（%1）</translation>
    </message>
    <message>
        <source>long way round</source>
        <translation>绕行较远</translation>
    </message>
    <message>
        <source>%1 off the road</source>
        <translation>距道路 %1</translation>
    </message>
    <message>
        <source>as quick as the one before</source>
        <translation>与前一警力同时到场</translation>
    </message>
    <message>
        <source>not on duty</source>
        <translation>不在岗</translation>
    </message>
    <message>
        <source>in distress</source>
        <translation>正在求助</translation>
    </message>
    <message>
        <source>another department</source>
        <translation>其他部门</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>未配备%1</translation>
    </message>
    <message>
        <source>position %1 old</source>
        <translation>定位于 %1 前</translation>
    </message>
    <message>
        <source>no position</source>
        <translation>无定位</translation>
    </message>
    <message>
        <source>at work on #%1</source>
        <translation>正在处置 #%1</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>no road near it</source>
        <translation>附近无道路</translation>
    </message>
    <message>
        <source>no way there</source>
        <translation>无路可达</translation>
    </message>
    <message>
        <source>slower than those listed</source>
        <translation>比所列警力到场更慢</translation>
    </message>
    <message>
        <source>new call: %1, %2</source>
        <translation>新警情：%1，%2</translation>
    </message>
    <message>
        <source>%1 sent to %2</source>
        <translation>%1 已派往 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 released</source>
        <translation>%1 已撤回</translation>
    </message>
    <message>
        <source>%1 in distress</source>
        <translation>%1 求助</translation>
    </message>
    <message>
        <source>%1 is safe</source>
        <translation>%1 已安全</translation>
    </message>
    <message>
        <source>%1 closed: %2</source>
        <translation>%1 已结案：%2</translation>
    </message>
    <message>
        <source>%1 open again</source>
        <translation>%1 已重启</translation>
    </message>
    <message>
        <source>%1 is at %2</source>
        <translation>%1 位置已修正为 %2</translation>
    </message>
    <message>
        <source>%1 linked to %2</source>
        <translation>%1 已合并至 %2</translation>
    </message>
    <message>
        <source>noted on %1</source>
        <translation>已为 %1 添加备注</translation>
    </message>
    <message>
        <source>hazard noted at %1</source>
        <translation>已登记危险：%1</translation>
    </message>
    <message>
        <source>drone sent</source>
        <translation>无人机已派出</translation>
    </message>
    <message>
        <source>logged</source>
        <translation>已记入日志</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>done again</source>
        <translation>已重做</translation>
    </message>
    <message>
        <source>new call: P%1 %2 at %3</source>
        <translation>新警情：P%1 %2，%3</translation>
    </message>
    <message>
        <source>send %1 to %2</source>
        <translation>派 %1 前往 %2</translation>
    </message>
    <message>
        <source>move %1 to %2</source>
        <translation>将 %1 位置修正为 %2</translation>
    </message>
    <message>
        <source>close %1: %2</source>
        <translation>%1 结案：%2</translation>
    </message>
    <message>
        <source>find %1</source>
        <translation>查找 %1</translation>
    </message>
    <message>
        <source>status</source>
        <translation>状态变更</translation>
    </message>
    <message>
        <source>dispatch</source>
        <translation>派警</translation>
    </message>
    <message>
        <source>new call</source>
        <translation>新警情</translation>
    </message>
    <message>
        <source>close</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>correction of the place</source>
        <translation>位置修正</translation>
    </message>
    <message>
        <source>reopening</source>
        <translation>重启警情</translation>
    </message>
    <message>
        <source>link</source>
        <translation>合并警情</translation>
    </message>
    <message>
        <source>release</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>acknowledgement</source>
        <translation>确认告警</translation>
    </message>
    <message>
        <source>distress</source>
        <translation>求助</translation>
    </message>
    <message>
        <source>shift opened: %1</source>
        <translation>班次开始：%1</translation>
    </message>
    <message>
        <source>%1: crew changed</source>
        <translation>%1：警员变更</translation>
    </message>
    <message>
        <source>%1 on duty</source>
        <translation>%1 上岗</translation>
    </message>
    <message>
        <source>%1 off duty</source>
        <translation>%1 离岗</translation>
    </message>
    <message>
        <source>%1 has acknowledged %2</source>
        <translation>%1 已应答 %2</translation>
    </message>
    <message>
        <source>#%1 P%2 %3, %4</source>
        <translation>#%1 P%2 %3，%4</translation>
    </message>
    <message>
        <source>%1 is now P%2 %3</source>
        <translation>%1 改为 P%2 %3</translation>
    </message>
    <message>
        <source>%1 corrected to %2</source>
        <translation>%1 位置修正为 %2</translation>
    </message>
    <message>
        <source>%1 released from %2</source>
        <translation>%1 已从 %2 撤回</translation>
    </message>
    <message>
        <source>%1 under control</source>
        <translation>%1 已控制</translation>
    </message>
    <message>
        <source>hazard noted: %1</source>
        <translation>登记危险：%1</translation>
    </message>
    <message>
        <source>a hazard has expired</source>
        <translation>一项危险登记已到期</translation>
    </message>
    <message>
        <source>a camera works again</source>
        <translation>一路摄像机恢复正常</translation>
    </message>
    <message>
        <source>a camera has failed</source>
        <translation>一路摄像机故障</translation>
    </message>
    <message>
        <source>alert acknowledged</source>
        <translation>告警已确认</translation>
    </message>
    <message>
        <source>the map follows %1</source>
        <translation>地图跟随 %1</translation>
    </message>
    <message>
        <source>look at %1</source>
        <translation>调出视图 %1</translation>
    </message>
    <message>
        <source>keep this view as %1</source>
        <translation>将当前视图保存为 %1</translation>
    </message>
    <message>
        <source>forget the view %1</source>
        <translation>删除视图 %1</translation>
    </message>
    <message>
        <source>alarms acknowledged</source>
        <translation>告警已确认</translation>
    </message>
    <message>
        <source>%1 is too long in its status: ask it</source>
        <translation>%1 状态超时：请询问</translation>
    </message>
    <message>
        <source>no word from %1: call it, then ok %1</source>
        <translation>%1 久无音讯：请呼叫，然后输入 ok %1</translation>
    </message>
    <message>
        <source>welfare check %1 overdue</source>
        <translation>安全确认已超时 %1</translation>
    </message>
    <message>
        <source>welfare check in %1</source>
        <translation>%1 后安全确认</translation>
    </message>
    <message>
        <source>%1 too long</source>
        <translation>超时 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩 %1</translation>
    </message>
    <message>
        <source>%1: all well</source>
        <translation>%1：平安</translation>
    </message>
    <message>
        <source>timers of %1 quiet for %2</source>
        <translation>%1 计时提醒暂停 %2</translation>
    </message>
    <message>
        <source>timers of %1 quiet in this status</source>
        <translation>%1 本状态内不再提醒</translation>
    </message>
    <message>
        <source>alarms shelved for %1</source>
        <translation>告警搁置 %1</translation>
    </message>
    <message>
        <source>silenced</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>taken back: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>done again: %1</source>
        <translation>已重做：%1</translation>
    </message>
    <message>
        <source>take back: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>nothing to take back</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>do again: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>nothing to do again</source>
        <translation>没有可重做的操作</translation>
    </message>
    <message>
        <source>all well</source>
        <translation>报平安</translation>
    </message>
    <message>
        <source>snooze</source>
        <translation>延时提醒</translation>
    </message>
    <message>
        <source>shelving</source>
        <translation>搁置告警</translation>
    </message>
    <message>
        <source>alert shelved until %1</source>
        <translation>告警搁置至 %1</translation>
    </message>
    <message>
        <source>timers of %1 quiet until %2</source>
        <translation>%1 计时提醒暂停至 %2</translation>
    </message>
    <message>
        <source>no macro is kept: macro NAME = LINE &amp;&amp; LINE keeps one</source>
        <translation>尚无宏：用 宏 名称 = 命令 &amp;&amp; 命令 保存</translation>
    </message>
    <message>
        <source>keep %1 as a macro</source>
        <translation>保存宏 %1</translation>
    </message>
    <message>
        <source>forget the macro %1</source>
        <translation>删除宏 %1</translation>
    </message>
    <message>
        <source>not on the run card</source>
        <translation>预案不需要</translation>
    </message>
    <message>
        <source>first</source>
        <translation>第一</translation>
    </message>
    <message>
        <source>second</source>
        <translation>第二</translation>
    </message>
    <message>
        <source>third</source>
        <translation>第三</translation>
    </message>
    <message>
        <source>no. %1</source>
        <translation>第%1</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%2 起%1</translation>
    </message>
    <message>
        <source>at #%1 since %2</source>
        <translation>%2 起在 #%1 现场</translation>
    </message>
    <message>
        <source>on the way to #%1</source>
        <translation>正前往 #%1</translation>
    </message>
    <message>
        <source>%1 if available</source>
        <translation>待命则%1</translation>
    </message>
    <message>
        <source>%1 once free</source>
        <translation>结束后则%1</translation>
    </message>
    <message>
        <source>%1 if sent here</source>
        <translation>改派则%1</translation>
    </message>
    <message>
        <source>%1 if still there</source>
        <translation>仍在原处则%1</translation>
    </message>
    <message>
        <source>else %1</source>
        <translation>否则%1</translation>
    </message>
    <message>
        <source>%1, not %2</source>
        <translation>%1（非 %2）</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>未说明理由</translation>
    </message>
    <message>
        <source>sent: %1 — why?</source>
        <translation>已派：%1 —— 理由？</translation>
    </message>
    <message>
        <source>the run card of %1 is sent</source>
        <translation>已按 %1 的预案派警</translation>
    </message>
    <message>
        <source>reason noted on %1</source>
        <translation>已记录 %1 的理由</translation>
    </message>
    <message>
        <source>%1 waits for %2</source>
        <translation>%1 等待 %2</translation>
    </message>
    <message>
        <source>%1 waits for %2 no longer</source>
        <translation>%1 不再等待 %2</translation>
    </message>
    <message>
        <source>%1 goes in place of %2</source>
        <translation>%1 接替 %2</translation>
    </message>
    <message>
        <source>nobody to send for the run card of %1</source>
        <translation>%1 的预案无警力可派</translation>
    </message>
    <message>
        <source>note the reason on %1</source>
        <translation>记录 %1 的理由</translation>
    </message>
    <message>
        <source>let %1 wait for %2</source>
        <translation>让 %1 等待 %2</translation>
    </message>
    <message>
        <source>let %1 wait for %2 no longer</source>
        <translation>%1 不再等待 %2</translation>
    </message>
    <message>
        <source>nothing waits for a unit that is free</source>
        <translation>没有警情等待空闲警力</translation>
    </message>
    <message>
        <source>recall %1, send %2</source>
        <translation>撤回 %1，派出 %2</translation>
    </message>
    <message>
        <source>%1 becomes a layer of the map</source>
        <translation>将 %1 叠加为地图图层</translation>
    </message>
    <message>
        <source>the panels as in %1</source>
        <translation>面板按 %1 布局</translation>
    </message>
    <message>
        <source>save the panels as %1</source>
        <translation>将面板布局保存为 %1</translation>
    </message>
    <message>
        <source>forget the layout %1</source>
        <translation>删除布局 %1</translation>
    </message>
    <message>
        <source>stacking</source>
        <translation>排队</translation>
    </message>
    <message>
        <source>%1: %2 — %3</source>
        <translation>%1：%2 —— %3</translation>
    </message>
    <message>
        <source>%1: it is closed</source>
        <translation>%1：警情已结</translation>
    </message>
    <message>
        <source>%1: the unit is out of service</source>
        <translation>%1：单位已停用</translation>
    </message>
    <message>
        <source>%1 is free: next is %2</source>
        <translation>%1 已空闲：下一警情 %2</translation>
    </message>
    <message>
        <source>%1 is free and would be at %2 %3 sooner than %4</source>
        <translation>%1 已空闲，到 %2 比 %4 早 %3</translation>
    </message>
    <message>
        <source>%1 leaves %2</source>
        <translation>%1 将离开 %2</translation>
    </message>
    <message>
        <source>noted %1 ago</source>
        <translation>登记于 %1 前</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>有效至 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>state and units</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实战</translation>
    </message>
    <message>
        <source>keys and verbs</source>
        <translation>按键与指令</translation>
    </message>
    <message>
        <source>help on %1</source>
        <translation>%1 的帮助</translation>
    </message>
    <message>
        <source>%1: suspect seen at %2</source>
        <translation>%1：嫌疑人出现于 %2</translation>
    </message>
    <message>
        <source>the cordon around %1 is lifted</source>
        <translation>%1 的布控已撤除</translation>
    </message>
    <message>
        <source>closed: %1</source>
        <translation>已封路：%1</translation>
    </message>
    <message>
        <source>%1 % of the usual speed: %2</source>
        <translation>限速至 %1 %：%2</translation>
    </message>
    <message>
        <source>open again: %1</source>
        <translation>已解封：%1</translation>
    </message>
    <message>
        <source>arrival drill: T0</source>
        <translation>到场演练：T0</translation>
    </message>
    <message>
        <source>arrival drill ended</source>
        <translation>到场演练已结束</translation>
    </message>
    <message>
        <source>fence</source>
        <translation>围栏</translation>
    </message>
    <message>
        <source>cordon</source>
        <translation>布控</translation>
    </message>
    <message>
        <source>sighting</source>
        <translation>目击</translation>
    </message>
    <message>
        <source>closed street</source>
        <translation>封路</translation>
    </message>
    <message>
        <source>arrival drill</source>
        <translation>到场演练</translation>
    </message>
    <message>
        <source>fence drawn: %1</source>
        <translation>围栏已绘制：%1</translation>
    </message>
    <message>
        <source>fence removed</source>
        <translation>围栏已删除</translation>
    </message>
    <message>
        <source>cordon around %1: %2 points</source>
        <translation>%1 布控：%2 个卡点</translation>
    </message>
    <message>
        <source>%1, sealed</source>
        <translation>%1，已封闭</translation>
    </message>
    <message>
        <source>%1, not sealed</source>
        <translation>%1，未封闭</translation>
    </message>
    <message>
        <source>point %1 of the cordon is closed</source>
        <translation>布控卡点 %1 已到位</translation>
    </message>
    <message>
        <source>point %1 of the cordon is open</source>
        <translation>布控卡点 %1 未到位</translation>
    </message>
    <message>
        <source>cordon lifted</source>
        <translation>布控已撤除</translation>
    </message>
    <message>
        <source>a street is open again</source>
        <translation>路段已解封</translation>
    </message>
    <message>
        <source>arrival drill: %1 is there</source>
        <translation>到场演练：%1 已到</translation>
    </message>
    <message>
        <source>arrival drill: stage %1 kept, %2 there</source>
        <translation>到场演练：第 %1 阶段达标，已到 %2 个</translation>
    </message>
    <message>
        <source>arrival drill: stage %1 missed, %2 there</source>
        <translation>到场演练：第 %1 阶段未达标，已到 %2 个</translation>
    </message>
    <message>
        <source>a fence that is gone</source>
        <translation>已删除的围栏</translation>
    </message>
    <message>
        <source>%1 entered %2</source>
        <translation>%1 进入 %2</translation>
    </message>
    <message>
        <source>%1 left %2</source>
        <translation>%1 离开 %2</translation>
    </message>
    <message>
        <source>%1 crossed %2</source>
        <translation>%1 越过 %2</translation>
    </message>
    <message>
        <source>%1 stays in %2 for too long</source>
        <translation>%1 在 %2 停留过久</translation>
    </message>
    <message>
        <source>%1 is away from %2 for too long</source>
        <translation>%1 离开 %2 过久</translation>
    </message>
    <message>
        <source>%1: speed outside of the limits in %2</source>
        <translation>%1：在 %2 内速度超出限值</translation>
    </message>
    <message>
        <source>doubtful position of %1 at %2</source>
        <translation>%1 在 %2 处定位存疑</translation>
    </message>
    <message>
        <source>emergency car</source>
        <translation>警车</translation>
    </message>
    <message>
        <source>car</source>
        <translation>汽车</translation>
    </message>
    <message>
        <source>e-bike</source>
        <translation>电动车</translation>
    </message>
    <message>
        <source>on foot</source>
        <translation>步行</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>circle, %1</source>
        <translation>圆形，%1</translation>
    </message>
    <message>
        <source>area, %1</source>
        <translation>区域，%1</translation>
    </message>
    <message>
        <source>corridor, %1 wide</source>
        <translation>走廊，宽 %1</translation>
    </message>
    <message>
        <source>line, %1</source>
        <translation>线，%1</translation>
    </message>
    <message>
        <source>around %1, %2</source>
        <translation>%1 周围 %2</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>不监视</translation>
    </message>
    <message>
        <source>crossed</source>
        <translation>越线</translation>
    </message>
    <message>
        <source>crossed to the left</source>
        <translation>向左越线</translation>
    </message>
    <message>
        <source>crossed to the right</source>
        <translation>向右越线</translation>
    </message>
    <message>
        <source>enter</source>
        <translation>进入</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>inside over %1 min</source>
        <translation>停留超过 %1 分钟</translation>
    </message>
    <message>
        <source>away over %1 min</source>
        <translation>离开超过 %1 分钟</translation>
    </message>
    <message>
        <source>over %1 km/h</source>
        <translation>高于 %1 km/h</translation>
    </message>
    <message>
        <source>under %1 km/h</source>
        <translation>低于 %1 km/h</translation>
    </message>
    <message>
        <source>for: %1</source>
        <translation>对象：%1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>not watched now</source>
        <translation>当前不监视</translation>
    </message>
    <message>
        <source>inside: %1</source>
        <translation>在内：%1</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>plan a cordon around %1</source>
        <translation>规划 %1 周围的布控</translation>
    </message>
    <message>
        <source>what is near %1</source>
        <translation>查看 %1 周边</translation>
    </message>
    <message>
        <source>how far %1 gets</source>
        <translation>%1 的可达范围</translation>
    </message>
    <message>
        <source>who gets to %1 and when</source>
        <translation>谁能多快赶到 %1</translation>
    </message>
    <message>
        <source>minutes to anywhere, or off the map again</source>
        <translation>显示或关闭覆盖图</translation>
    </message>
    <message>
        <source>the way of %1 in words</source>
        <translation>%1 的逐段路线</translation>
    </message>
    <message>
        <source>the fences, and who is inside</source>
        <translation>围栏及在内警力</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::AlarmEdges</name>
    <message>
        <source>▲ %1 in alarm above</source>
        <translation>▲ 上方 %1 个告警</translation>
    </message>
    <message>
        <source>▼ %1 in alarm below</source>
        <translation>▼ 下方 %1 个告警</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::AlarmList</name>
    <message>
        <source>no alarm stands</source>
        <translation>当前无告警</translation>
    </message>
    <message>
        <source>%1 in 10 min</source>
        <translation>10分钟内 %1 条</translation>
    </message>
    <message>
        <source>FLOOD: %1</source>
        <translation>告警泛滥：%1</translation>
    </message>
    <message>
        <source>A flood begins above 10 alarms in 10 minutes and ends below 5 (ISA-18.2)</source>
        <translation>10分钟内超过 10 条为告警泛滥，低于 5 条解除（ISA-18.2）</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>No alarm stands.</source>
        <translation>当前无告警。</translation>
    </message>
    <message>
        <source>Acknowledge  Space</source>
        <translation>确认  空格</translation>
    </message>
    <message>
        <source>Acknowledge the alarm that is marked</source>
        <translation>确认所选告警</translation>
    </message>
    <message>
        <source>All  Ctrl+K</source>
        <translation>全部  Ctrl+K</translation>
    </message>
    <message>
        <source>Acknowledge all but distress (Ctrl+K)</source>
        <translation>确认除求助外的全部告警（Ctrl+K）</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Spoken to: all well</source>
        <translation>已联系：平安</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Shelve</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>for %1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>Out of the way for a time, then back (Shift+Space: 15 minutes)</source>
        <translation>暂时收起，到时恢复（Shift+空格：15 分钟）</translation>
    </message>
    <message>
        <source>Silence  Ctrl+Shift+K</source>
        <translation>静音  Ctrl+Shift+K</translation>
    </message>
    <message>
        <source>Stop what sounds now; the alarms stay</source>
        <translation>停止当前声音，告警仍在列表中</translation>
    </message>
    <message>
        <source>marked: %1; once more does it</source>
        <translation>已标出：%1；再按一次执行</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::AlarmModel</name>
    <message>
        <source>back in %1</source>
        <translation>%1 后恢复</translation>
    </message>
    <message>
        <source>shelved: %1, %2, %3</source>
        <translation>已搁置：%1，%2，%3</translation>
    </message>
    <message>
        <source>sosoff %1 when safe</source>
        <translation>安全后“取消求助 %1”</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>已确认</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::CallIntake</name>
    <message>
        <source>no such place; @latitude,longitude is understood too</source>
        <translation>未找到该地点；也可输入 @纬度,经度</translation>
    </message>
    <message>
        <source>Where? Choose a place from the list, or right-click the map.</source>
        <translation>地点未定：请从列表中选择，或在地图上点击右键。</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>报警人</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>报警内容</translation>
    </message>
    <message>
        <source>Save  Ctrl+Enter</source>
        <translation>保存  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Cancel  Esc</source>
        <translation>取消  Esc</translation>
    </message>
    <message>
        <source>Same as %1  Alt+Enter</source>
        <translation>与 %1 为同一警情  Alt+Enter</translation>
    </message>
    <message>
        <source>nothing like it is open near there: Ctrl+Enter saves it as a new call</source>
        <translation>附近没有相似的未结警情：按 Ctrl+Enter 存为新警情</translation>
    </message>
    <message>
        <source>Incidents that may be the same</source>
        <translation>可能相同的警情</translation>
    </message>
    <message>
        <source>Save the call as one more caller of that incident</source>
        <translation>存为该警情的又一报警人</translation>
    </message>
    <message>
        <source>and %1 more hazards there</source>
        <translation>另有 %1 处危险</translation>
    </message>
    <message>
        <source>Same?</source>
        <translation>相同？</translation>
    </message>
    <message>
        <source>What has happened? Choose a type, or write what the caller says.</source>
        <translation>发生了什么？请选择类型，或写下报警内容。</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>%1: %2 — ↓ goes to the next</source>
        <translation>%1：%2 — 按 ↓ 到下一个</translation>
    </message>
    <message>
        <source>Open incidents near there: how far, how long ago, and how alike of 100</source>
        <translation>附近未结警情：距离、多久以前、相似度（满分 100）</translation>
    </message>
    <message>
        <source>street, place, A/B, @lat,lon</source>
        <translation>道路、单位、甲路/乙路、@纬度,经度</translation>
    </message>
    <message>
        <source>A street, a crossing (A/B), a house number, a place by name, or @latitude,longitude</source>
        <translation>道路、路口（甲路/乙路）、门牌、地点名称，或 @纬度,经度</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::CandidateModel</name>
    <message>
        <source>would be %1</source>
        <translation>预计 %1</translation>
    </message>
    <message>
        <source>ETA %1</source>
        <translation>预计 %1</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::CommandBar</name>
    <message>
        <source>Enter: %1</source>
        <translation>回车执行：%1</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>d P12 1023 — a verb and what it is about; ? for help</source>
        <translation>d P12 1023 —— 命令加对象；输入 ? 查看帮助</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1 第 %2 条：%3</translation>
    </message>
    <message>
        <source>%1 units: look at the map, then Enter again</source>
        <translation>%1 个单位：请看地图，再按回车派出</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::CordonPanel</name>
    <message>
        <source>No cordon</source>
        <translation>无布控</translation>
    </message>
    <message>
        <source>Select an incident and plan one: cordon, or Ctrl+Shift+B</source>
        <translation>选择警情后布控：输入“布控”或按 Ctrl+Shift+B</translation>
    </message>
    <message>
        <source>ring %1 % closed</source>
        <translation>合围 %1 %</translation>
    </message>
    <message>
        <source>SEALED</source>
        <translation>已封闭</translation>
    </message>
    <message>
        <source>NOT SEALED · %1 % of the exits</source>
        <translation>未封闭 · 封控 %1 % 出口</translation>
    </message>
    <message>
        <source>Looking for it…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>street without a name</source>
        <translation>无名道路</translation>
    </message>
    <message>
        <source>first leak %1 in %2</source>
        <translation>首个漏点 %1，%2 后</translation>
    </message>
    <message>
        <source>first leak %1: he may be out already</source>
        <translation>首个漏点 %1：可能已逃出</translation>
    </message>
    <message>
        <source>the ring reaches beyond the map</source>
        <translation>布控圈超出地图范围</translation>
    </message>
    <message>
        <source>he was seen again: plan it anew</source>
        <translation>嫌疑人再次出现：请重新布控</translation>
    </message>
    <message>
        <source>chasers: %1</source>
        <translation>追缉：%1</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>不用：%1</translation>
    </message>
    <message>
        <source>On foot</source>
        <translation>步行</translation>
    </message>
    <message>
        <source>E-bike</source>
        <translation>电动车</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>汽车</translation>
    </message>
    <message>
        <source>The radius of the ring</source>
        <translation>布控圈半径</translation>
    </message>
    <message>
        <source>Set it (Enter)</source>
        <translation>下达 (Enter)</translation>
    </message>
    <message>
        <source>Leave the unit out (Del)</source>
        <translation>不用该警力</translation>
    </message>
    <message>
        <source>All units again</source>
        <translation>恢复全部警力</translation>
    </message>
    <message>
        <source>Lift it</source>
        <translation>撤控</translation>
    </message>
    <message>
        <source>Plan anew</source>
        <translation>重新布控</translation>
    </message>
    <message>
        <source>Points and leaks of the cordon</source>
        <translation>布控卡点与漏点</translation>
    </message>
    <message>
        <source>No point can be closed in time</source>
        <translation>没有可及时封控的卡点</translation>
    </message>
    <message>
        <source>%1 leaks in all</source>
        <translation>共 %1 个漏点</translation>
    </message>
    <message>
        <source>points ≤ </source>
        <translation>卡点 ≤ </translation>
    </message>
    <message>
        <source>So many points at most while it cannot seal: those that close the most exits</source>
        <translation>不能封闭时最多设这么多卡点：优先封堵出口最多的卡点</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::CordonRows</name>
    <message>
        <source>street without a name</source>
        <translation>无名道路</translation>
    </message>
    <message>
        <source>%1 · closed</source>
        <translation>%1 · 已到位</translation>
    </message>
    <message>
        <source>%1 · there in %2, he not before %3</source>
        <translation>%1 · %2 到达，嫌疑人最早 %3</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已到位</translation>
    </message>
    <message>
        <source>leak: %1</source>
        <translation>漏点：%1</translation>
    </message>
    <message>
        <source>he can be out in %1</source>
        <translation>最早 %1 后逃出</translation>
    </message>
    <message>
        <source>he may be out already</source>
        <translation>可能已逃出</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::DeskHub</name>
    <message>
        <source>(erased)</source>
        <translation>（已清除）</translation>
    </message>
    <message>
        <source>distress stands until it is cancelled: sosoff %1 when the unit is safe</source>
        <translation>求助须单独取消：确认安全后输入“取消求助 %1”</translation>
    </message>
    <message>
        <source>acknowledged: %1</source>
        <translation>已确认：%1</translation>
    </message>
    <message>
        <source>shelved until %1: %2</source>
        <translation>搁置至 %1：%2</translation>
    </message>
    <message>
        <source>%1 is kept: type it instead of its lines</source>
        <translation>已保存 %1：输入它即可代替这些命令</translation>
    </message>
    <message>
        <source>%1 is kept no longer</source>
        <translation>已删除 %1</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>未说明理由</translation>
    </message>
    <message>
        <source>%1 is free: next is %2 (F11 sends it)</source>
        <translation>%1 已空闲：下一警情 %2（F11 派出）</translation>
    </message>
    <message>
        <source>it stands until sosoff %1</source>
        <translation>求助仍在，直至输入“取消求助 %1”</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::DistressArrow</name>
    <message>
        <source>%1 is in distress out of the picture: look there</source>
        <translation>%1 在画面外求助：点击查看</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::FenceForm</name>
    <message>
        <source>Width in metres</source>
        <translation>宽度（米）</translation>
    </message>
    <message>
        <source>Radius in metres</source>
        <translation>半径（米）</translation>
    </message>
    <message>
        <source>The width is a number of metres above 0, at most 2,000,000.</source>
        <translation>宽度是大于 0 的米数，至多 2,000,000。</translation>
    </message>
    <message>
        <source>The radius is a number of metres above 0, at most 1,000,000.</source>
        <translation>半径是大于 0 的米数，至多 1,000,000。</translation>
    </message>
    <message>
        <source>A time is a number of minutes above 0, at most a year; empty: it is not watched.</source>
        <translation>时间是大于 0 的分钟数，至多一年；留空则不监视。</translation>
    </message>
    <message>
        <source>A speed is a number of km/h above 0, at most 2000; empty: it is not watched.</source>
        <translation>车速是大于 0 的 km/h 数，至多 2000；留空则不监视。</translation>
    </message>
    <message>
        <source>Every speed would be told: the lower limit is above the upper one.</source>
        <translation>下限高于上限：任何车速都会告警。</translation>
    </message>
    <message>
        <source>It is watched on no day: tick one at least.</source>
        <translation>没有任何一天监视：请至少勾选一天。</translation>
    </message>
    <message>
        <source>A time of the day is written 22:00, from 00:00 to 24:00.</source>
        <translation>时刻写作 22:00，范围 00:00 至 24:00。</translation>
    </message>
    <message>
        <source>A season is two days written 05-01 (month-day); both empty: all year.</source>
        <translation>季节由两个日期组成，写作 05-01（月-日）；都留空为全年。</translation>
    </message>
    <message>
        <source>A moment is written 2026-11-29 18:00, by the clock of the room; empty: no end.</source>
        <translation>时间写作 2026-11-29 18:00，以指挥室时钟为准；留空为不限。</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>结束早于开始。</translation>
    </message>
    <message>
        <source>There is no camera %1.</source>
        <translation>没有摄像机 %1。</translation>
    </message>
    <message>
        <source>A fence needs a name.</source>
        <translation>围栏需要名称。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Tell when a unit</source>
        <translation>警力有下列情形时提示</translation>
    </message>
    <message>
        <source>Tell when a unit crosses it</source>
        <translation>警力越线时提示</translation>
    </message>
    <message>
        <source>For whom (none ticked: all units)</source>
        <translation>对象（不勾选：全部警力）</translation>
    </message>
    <message>
        <source>When: days and hours</source>
        <translation>时间：日期与时段</translation>
    </message>
    <message>
        <source>Season; from and until</source>
        <translation>季节；起止时间</translation>
    </message>
    <message>
        <source>Then: alarm, draft instruction</source>
        <translation>处置：告警、指令草稿</translation>
    </message>
    <message>
        <source>Camera that sees it</source>
        <translation>可看到该处的摄像机</translation>
    </message>
    <message>
        <source>enters</source>
        <translation>进入</translation>
    </message>
    <message>
        <source>leaves</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>is inside longer than, min</source>
        <translation>停留超过（分钟）</translation>
    </message>
    <message>
        <source>is away longer than, min</source>
        <translation>离开超过（分钟）</translation>
    </message>
    <message>
        <source>is faster inside than, km/h</source>
        <translation>车速高于（公里/时）</translation>
    </message>
    <message>
        <source>is slower inside than, km/h</source>
        <translation>车速低于（公里/时）</translation>
    </message>
    <message>
        <source>either way</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>to the left, along it</source>
        <translation>沿线向左</translation>
    </message>
    <message>
        <source>to the right, along it</source>
        <translation>沿线向右</translation>
    </message>
    <message>
        <source>priority %1</source>
        <translation>等级 %1</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>now on</source>
        <translation>即日起</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>alarm</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>draft for the command line</source>
        <translation>放入命令行的草稿</translation>
    </message>
    <message>
        <source>code of a camera</source>
        <translation>摄像机编号</translation>
    </message>
    <message>
        <source>Kinds of units</source>
        <translation>警力种类</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>Days of the week</source>
        <translation>星期</translation>
    </message>
    <message>
        <source>From this time of the day</source>
        <translation>开始时刻</translation>
    </message>
    <message>
        <source>To this time of the day</source>
        <translation>结束时刻</translation>
    </message>
    <message>
        <source>From this day of the year</source>
        <translation>季节开始</translation>
    </message>
    <message>
        <source>To this day of the year</source>
        <translation>季节结束</translation>
    </message>
    <message>
        <source>From this moment on</source>
        <translation>起始时间</translation>
    </message>
    <message>
        <source>Until this moment</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Draft instruction</source>
        <translation>指令草稿</translation>
    </message>
    <message>
        <source>Save  Ctrl+Enter</source>
        <translation>保存  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Cancel  Esc</source>
        <translation>取消  Esc</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::FenceModel</name>
    <message>
        <source>%1 inside</source>
        <translation>在内 %1</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>监视中</translation>
    </message>
    <message>
        <source>not now</source>
        <translation>未监视</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::FencePanel</name>
    <message>
        <source>Inside: %1</source>
        <translation>在内：%1</translation>
    </message>
    <message>
        <source>Show on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Fences</source>
        <translation>围栏</translation>
    </message>
    <message>
        <source>No fence yet: New draws one.</source>
        <translation>还没有围栏：点“新建”绘制。</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Draw a fence on the map</source>
        <translation>在地图上绘制围栏</translation>
    </message>
    <message>
        <source>Pull its corners on the map, and change what it watches</source>
        <translation>在地图上拖动角点，并修改监视内容</translation>
    </message>
    <message>
        <source>Take the fence away (Delete); undo brings it back</source>
        <translation>移除围栏，可撤销</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Fences from GeoJSON, GeoPackage, KML or a Shapefile</source>
        <translation>从 GeoJSON、GeoPackage、KML 或 Shapefile 导入围栏</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>All fences as GeoJSON, GeoPackage or KML</source>
        <translation>将全部围栏导出为 GeoJSON、GeoPackage 或 KML</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆形</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Corridor along a line</source>
        <translation>沿线走廊</translation>
    </message>
    <message>
        <source>Line that is crossed</source>
        <translation>越线</translation>
    </message>
    <message>
        <source>Around the unit in hand</source>
        <translation>围绕选中警力</translation>
    </message>
    <message>
        <source>A patrol grid or a district</source>
        <translation>巡逻网格或辖区</translation>
    </message>
    <message>
        <source>Hole in the area in hand</source>
        <translation>在选中区域挖孔</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::FoundList</name>
    <message>
        <source>nothing is called &quot;%1&quot;</source>
        <translation>未找到“%1”</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>找到 %1 项</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::HelpPage</name>
    <message>
        <source>Verbs of the command line</source>
        <translation>命令一览</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Just refused</source>
        <translation>刚才被拒绝</translation>
    </message>
    <message>
        <source>What is refused, and what to do</source>
        <translation>被拒绝的操作及其处理</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::HoleRows</name>
    <message>
        <source>at worst %1</source>
        <translation>最长 %1</translation>
    </message>
    <message>
        <source>nobody gets there</source>
        <translation>无人可到</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::IncidentCard</name>
    <message>
        <source>Who gets there first, by road</source>
        <translation>按道路最先到场的警力</translation>
    </message>
    <message>
        <source>Nearest units, by straight line (no roads in this pack)</source>
        <translation>直线距离最近的警力（本数据包无道路）</translation>
    </message>
    <message>
        <source> (corrected; was %1)</source>
        <translation>（已修正，原为 %1）</translation>
    </message>
    <message>
        <source>also reported as #%1: %2</source>
        <translation>重复报警 #%1：%2</translation>
    </message>
    <message>
        <source>no unit can be sent now: the list says why</source>
        <translation>目前无可派警力：原因见列表</translation>
    </message>
    <message>
        <source>select an incident first</source>
        <translation>请先选择警情</translation>
    </message>
    <message>
        <source>Select an incident in the queue or on the map,
or take a call with F2.</source>
        <translation>请在警情列表或地图上选择警情，
或按 F2 接警。</translation>
    </message>
    <message>
        <source>Send  F5</source>
        <translation>派警  F5</translation>
    </message>
    <message>
        <source>Send the unit marked in the list, or the first</source>
        <translation>派出列表中选定的警力，未选定则派首选警力</translation>
    </message>
    <message>
        <source>Place  F9</source>
        <translation>位置  F9</translation>
    </message>
    <message>
        <source>Correct the place of this incident</source>
        <translation>修正本警情的位置</translation>
    </message>
    <message>
        <source>Note  F7</source>
        <translation>备注  F7</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>Show  F3</source>
        <translation>显示  F3</translation>
    </message>
    <message>
        <source>Show it on the map</source>
        <translation>在地图上显示</translation>
    </message>
    <message>
        <source>Close  F8</source>
        <translation>结案  F8</translation>
    </message>
    <message>
        <source>Close the incident with how it ended</source>
        <translation>填写处理结果并结案</translation>
    </message>
    <message>
        <source>Recommended units</source>
        <translation>推荐警力</translation>
    </message>
    <message>
        <source>: </source>
        <translation>：</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>%1 is free: this is what it takes next</source>
        <translation>%1 已空闲：下一个是本警情</translation>
    </message>
    <message>
        <source>Send  F11</source>
        <translation>派出  F11</translation>
    </message>
    <message>
        <source>%1 is free and would be here %2 sooner than %3</source>
        <translation>%1 已空闲，比 %3 早到 %2</translation>
    </message>
    <message>
        <source>Swap  F12</source>
        <translation>换派  F12</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>count and role</comment>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>缺 %1</translation>
    </message>
    <message>
        <source>nobody free for %1</source>
        <translation>无人可派 %1</translation>
    </message>
    <message>
        <source>all sent</source>
        <translation>已派齐</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Send %1  Shift+F5</source>
        <translation>派 %1  Shift+F5</translation>
    </message>
    <message>
        <source>no unit that is free would be there sooner</source>
        <translation>没有更近的空闲警力</translation>
    </message>
    <message>
        <source>Send whoever is proposed for what is missing, in one act</source>
        <translation>一次派出所缺的全部推荐警力</translation>
    </message>
    <message>
        <source>%1 has who it needs: once more sends %2 as well</source>
        <translation>%1 已满足派警方案：再按一次加派 %2</translation>
    </message>
    <message>
        <source>Cordon…</source>
        <translation>布控…</translation>
    </message>
    <message>
        <source>Where the suspect can still be held, before anyone is sent (Ctrl+Shift+B)</source>
        <translation>派警前查看嫌疑人可被围住的方案 (Ctrl+Shift+B)</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::IncidentModel</name>
    <message>
        <source>incident %1, priority %2, %3, %4, %5</source>
        <translation>警情 %1，%2 级，%3，%4，%5</translation>
    </message>
    <message>
        <source> · next for %1</source>
        <translation> · %1 的下一个</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::IncidentQueue</name>
    <message>
        <source>no incident waits for a unit</source>
        <translation>没有待派警情</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>警情</translation>
    </message>
    <message>
        <source>No incident is open.
Take a call with F2.</source>
        <translation>没有未结警情。
按 F2 接警。</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::LayerPanel</name>
    <message>
        <source>where it has been (in hand, on scene)</source>
        <translation>行进轨迹（所选与到场警力）</translation>
    </message>
    <message>
        <source>!  distress, always shown</source>
        <translation>!  求助（始终显示）</translation>
    </message>
    <message>
        <source>position is old</source>
        <translation>定位过时</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>camera, out of order</source>
        <translation>摄像机（故障）</translation>
    </message>
    <message>
        <source>police station</source>
        <translation>派出所</translation>
    </message>
    <message>
        <source>fire station</source>
        <translation>消防站</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>警力</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>警情</translation>
    </message>
    <message>
        <source>Drones and what they see</source>
        <translation>无人机及视野</translation>
    </message>
    <message>
        <source>Ways of units</source>
        <translation>出警路线</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>站所</translation>
    </message>
    <message>
        <source>Patrol grids</source>
        <translation>巡防网格</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <translation>%1：%2 %</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>The layer lies above its neighbour</source>
        <translation>图层上移一层</translation>
    </message>
    <message>
        <source>The layer lies below its neighbour</source>
        <translation>图层下移一层</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Layers and legend</source>
        <translation>图层与图例</translation>
    </message>
    <message>
        <source>Names on the map</source>
        <translation>地图名称</translation>
    </message>
    <message>
        <source>as the window</source>
        <translation>随界面语言</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>拉丁字母</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>both</source>
        <translation>双语</translation>
    </message>
    <message>
        <source>several as one, seen from afar</source>
        <translation>远看时聚合显示</translation>
    </message>
    <message>
        <source>The usual layers, in the usual order</source>
        <translation>恢复默认图层与顺序</translation>
    </message>
    <message>
        <source>is being read…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>is being read: %1 %</source>
        <translation>正在读取：%1 %</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>%1 features</source>
        <translation>%1 个要素</translation>
    </message>
    <message>
        <source>, %1 without a place</source>
        <translation>，%1 个无位置</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>未显示</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>It is not read on, and no layer</source>
        <translation>停止读取，不作为图层</translation>
    </message>
    <message>
        <source>It is no layer any more (Delete)</source>
        <translation>不再作为图层 (Delete)</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>GeoJSON, GeoPackage, Shapefile, KML, GPX, GeoTIFF or MBTiles; or drop it onto the window</source>
        <translation>GeoJSON、GeoPackage、Shapefile、KML、GPX、GeoTIFF 或 MBTiles；也可拖放到窗口</translation>
    </message>
    <message>
        <source>Zoom to it</source>
        <translation>缩放到该处</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Positions in</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>WGS-84 / CGCS2000</source>
        <translation>WGS-84 / CGCS2000</translation>
    </message>
    <message>
        <source>GCJ-02</source>
        <translation>GCJ-02</translation>
    </message>
    <message>
        <source>BD-09</source>
        <translation>BD-09</translation>
    </message>
    <message>
        <source>Fences</source>
        <translation>围栏</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::LikelyModel</name>
    <message>
        <source>%1 ago</source>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>may be the same: %1, %2, %3, alike %4 of 100</source>
        <translation>可能相同：%1，%2，%3，相似度 %4/100</translation>
    </message>
    <message>
        <source>%1 · %2%</source>
        <comment>how far and how long ago, how alike</comment>
        <translation>%1 · %2%</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::LogView</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::MapCanvas</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::MapTools</name>
    <message>
        <source>Fit the whole picture  *</source>
        <translation>显示全图  *</translation>
    </message>
    <message>
        <source>Closer  +</source>
        <translation>放大  +</translation>
    </message>
    <message>
        <source>Farther  -</source>
        <translation>缩小  -</translation>
    </message>
    <message>
        <source>Layers and legend  Ctrl+Shift+L</source>
        <translation>图层与图例  Ctrl+Shift+L</translation>
    </message>
    <message>
        <source>Measure  Ctrl+M</source>
        <translation>测量  Ctrl+M</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::MapView</name>
    <message>
        <source>EXERCISE</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>drop the unit on an incident to send it there</source>
        <translation>请把警力拖到警情上再放开，即可派往</translation>
    </message>
    <message>
        <source>measured: %1</source>
        <translation>测量结果：%1</translation>
    </message>
    <message>
        <source>Following %1 · Esc ends</source>
        <translation>正在跟随 %1 · 按 Esc 结束</translation>
    </message>
    <message>
        <source>Measuring: click on the map</source>
        <translation>测量：在地图上单击</translation>
    </message>
    <message>
        <source>Measuring: click on, double click or Esc ends</source>
        <translation>测量：继续单击，双击或按 Esc 结束</translation>
    </message>
    <message>
        <source>%1 units: click to come closer</source>
        <translation>%1 个警力：单击放大</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::NearPanel</name>
    <message>
        <source>units</source>
        <translation>警力</translation>
    </message>
    <message>
        <source>cameras</source>
        <translation>摄像机</translation>
    </message>
    <message>
        <source>drones</source>
        <translation>无人机</translation>
    </message>
    <message>
        <source>stations</source>
        <translation>站所</translation>
    </message>
    <message>
        <source>hospitals</source>
        <translation>医院</translation>
    </message>
    <message>
        <source>schools</source>
        <translation>学校</translation>
    </message>
    <message>
        <source>hazards</source>
        <translation>危险</translation>
    </message>
    <message>
        <source>incidents</source>
        <translation>警情</translation>
    </message>
    <message>
        <source>fences</source>
        <translation>围栏</translation>
    </message>
    <message>
        <source>What is near</source>
        <translation>周边资源</translation>
    </message>
    <message>
        <source>Nothing of that is near</source>
        <translation>周边没有此类资源</translation>
    </message>
    <message>
        <source>plans</source>
        <translation>预案</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::NearRows</name>
    <message>
        <source>camera, out of order</source>
        <translation>摄像机（故障）</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::ReachPanel</name>
    <message>
        <source>Reach and coverage</source>
        <translation>可达与覆盖</translation>
    </message>
    <message>
        <source>reach P07, reach 1023, reach PLACE; coverage for all who are free</source>
        <translation>可达 P07、可达 1023、可达 地点；覆盖 为全部待命警力</translation>
    </message>
    <message>
        <source>no street is later than %1 min</source>
        <translation>所有道路均在 %1 分钟内</translation>
    </message>
    <message>
        <source>nobody within %1 min here:</source>
        <translation>%1 分钟内无人可到：</translation>
    </message>
    <message>
        <source>within %1 min</source>
        <translation>%1 分钟内</translation>
    </message>
    <message>
        <source>streets where nobody is within %1 min</source>
        <translation>%1 分钟内无人可到的道路</translation>
    </message>
    <message>
        <source>Coverage now</source>
        <translation>当前覆盖</translation>
    </message>
    <message>
        <source>Off the map (Esc)</source>
        <translation>关闭显示 (Esc)</translation>
    </message>
    <message>
        <source>Where nobody is in time</source>
        <translation>无人及时到达之处</translation>
    </message>
    <message>
        <source>Looking for it…</source>
        <translation>正在计算…</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::StagePanel</name>
    <message>
        <source>No arrival drill</source>
        <translation>没有到场演练</translation>
    </message>
    <message>
        <source>stages 1023, or stages PLACE: T0 is now</source>
        <translation>135 1023 或 135 地点：T0 即此刻</translation>
    </message>
    <message>
        <source>Arrival drill</source>
        <translation>到场演练</translation>
    </message>
    <message>
        <source>Arrival drill at %1</source>
        <translation>%1 到场演练</translation>
    </message>
    <message>
        <source>T0 %1 · +%2</source>
        <translation>T0 %1 · +%2</translation>
    </message>
    <message>
        <source>BROKEN OFF</source>
        <translation>已中止</translation>
    </message>
    <message>
        <source>PASSED</source>
        <translation>全部达标</translation>
    </message>
    <message>
        <source>NOT PASSED</source>
        <translation>未达标</translation>
    </message>
    <message>
        <source>Break off</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Stages and arrivals</source>
        <translation>阶段与到场</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::StageRows</name>
    <message>
        <source>within %1 min: %2 of %3 units</source>
        <translation>%1 分钟内：%2 / %3 个</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>达标</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>未达标</translation>
    </message>
    <message>
        <source>enough are there</source>
        <translation>已到齐</translation>
    </message>
    <message>
        <source>still to come: %1</source>
        <translation>还缺 %1 个</translation>
    </message>
    <message>
        <source>arrived at %1</source>
        <translation>%1 到场</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::StampTable</name>
    <message>
        <source>ring</source>
        <translation>振铃</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>接警</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>派警</translation>
    </message>
    <message>
        <source>en route</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>on scene</source>
        <translation>到场</translation>
    </message>
    <message>
        <source>under control</source>
        <translation>已控制</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已结案</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::TopStrip</name>
    <message>
        <source>EXERCISE</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>READ ONLY, following</source>
        <translation>只读，同步跟随</translation>
    </message>
    <message>
        <source>READ ONLY</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>%1, %2 incidents of priority 1, %3 units available</source>
        <translation>%1，一级警情 %2 起，待命警力 %3 个</translation>
    </message>
    <message>
        <source>Switch language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>Switch language (Ctrl+L)</source>
        <translation>切换语言 (Ctrl+L)</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>白天</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>夜间</translation>
    </message>
    <message>
        <source>Switch between night and day (Ctrl+T)</source>
        <translation>切换夜间与白天配色 (Ctrl+T)</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>当前态势</translation>
    </message>
    <message>
        <source>FLOOD %1</source>
        <translation>泛滥 %1</translation>
    </message>
    <message>
        <source>Show the alarms that stand (F10)</source>
        <translation>查看告警（F10）</translation>
    </message>
    <message>
        <source>Alarms %1 · %2/10 min</source>
        <translation>告警 %1 · %2/10分钟</translation>
    </message>
    <message>
        <source>%1 shelved</source>
        <translation>搁置 %1</translation>
    </message>
    <message>
        <source>DISTRESS</source>
        <translation>求助</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::Tour</name>
    <message>
        <source>Back  ←</source>
        <translation>上一步  ←</translation>
    </message>
    <message>
        <source>Done  →</source>
        <translation>完成  →</translation>
    </message>
    <message>
        <source>Next  →</source>
        <translation>下一步  →</translation>
    </message>
    <message>
        <source>End  Esc</source>
        <translation>结束  Esc</translation>
    </message>
    <message>
        <source>Tour, step %1 of %2: %3</source>
        <translation>导览，第 %1 步，共 %2 步：%3</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::TurnPanel</name>
    <message>
        <source>The way in words</source>
        <translation>逐段路线</translation>
    </message>
    <message>
        <source>No way is known</source>
        <translation>没有路线</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::TurnRows</name>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::UnitBoard</name>
    <message>
        <source>Units</source>
        <translation>警力</translation>
    </message>
    <message>
        <source>Filter units</source>
        <translation>筛选警力</translation>
    </message>
    <message>
        <source>filter: call sign, kind, status</source>
        <translation>筛选：呼号、类型、状态</translation>
    </message>
    <message>
        <source>No unit on duty is called so.</source>
        <translation>没有这样的在岗警力。</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::UnitModel</name>
    <message>
        <source> · no position</source>
        <translation> · 无定位</translation>
    </message>
    <message>
        <source> · position %1 old</source>
        <translation> · 定位于 %1 前</translation>
    </message>
    <message>
        <source>unit %1, %2, %3</source>
        <translation>警力 %1，%2，%3</translation>
    </message>
    <message>
        <source>ETA %1</source>
        <translation>预计 %1</translation>
    </message>
    <message>
        <source> · next: %1 (F11)</source>
        <translation> · 下一个：%1（F11）</translation>
    </message>
    <message>
        <source> · then %1</source>
        <translation> · 之后 %1</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::WhyStrip</name>
    <message>
        <source>no reason</source>
        <translation>不说明</translation>
    </message>
    <message>
        <source>#%1: %2 — why?</source>
        <translation>#%1：%2 —— 理由？</translation>
    </message>
    <message>
        <source>Reason…</source>
        <translation>理由…</translation>
    </message>
</context>
<context>
    <name>cresset::widgets::WorkBar</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>进度</translation>
    </message>
</context>
</TS>
