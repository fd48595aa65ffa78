#!/usr/bin/python3
"""The desk through the accessible tree alone, as a screen reader or a test robot meets it, under an X server without a
screen: every control that can be worked has a name, and a call is taken, a unit sent and the incident closed by it.

    desk_by_tree.py CRESSET LANGUAGE

Needs Xvfb, dbus-run-session and AT-SPI; says what is missing and ends with 77 (skipped) where they are absent.
"""
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import warnings

warnings.simplefilter("ignore", DeprecationWarning)  # newer names of AT-SPI that Debian 12 does not have

WORKED = {"push button", "toggle button", "check box", "radio button", "combo box", "text", "entry", "list", "table",
          "slider", "spin button", "menu item", "page tab"}


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def start_again_under_x():
    """Runs this program once more, with a bus and an X server of its own."""
    for tool in ("Xvfb", "dbus-run-session"):
        if shutil.which(tool) is None:
            skip(f"{tool} is not installed")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-noreset"], pass_fds=[write],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as said:
        display = said.readline().strip()  # the whole line: then it is ready
    if not display:
        skip("the X server does not start")
    wait_for(f"/tmp/.X11-unix/X{display}")
    environment = dict(os.environ, DISPLAY=f":{display}", QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
                       CRESSET_BY_TREE="1", NO_AT_BRIDGE="0")
    try:
        return subprocess.call(["dbus-run-session", "--", sys.executable, *sys.argv], env=environment)
    finally:
        server.terminate()
        server.wait()


def wait_for(socket_file):
    """A server of that number that is just going away takes its socket with it: ours must answer."""
    until("the X server", lambda: answers(socket_file))


def answers(socket_file):
    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.connect(socket_file)
        except OSError:
            return False
    return True


def tree():
    try:
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
    except (ImportError, ValueError) as problem:
        skip(f"AT-SPI for Python is not installed: {problem}")
    Atspi.init()
    return Atspi


def children(node):
    for index in range(min(node.get_child_count(), 400)):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def walk(node, depth=0):
    yield node
    if depth < 30:
        for child in children(node):
            yield from walk(child, depth + 1)


def until(what, so, seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = so()
        if found:
            return found
        time.sleep(0.1)
    sys.exit(f"failed: {what} did not come within {seconds} s")


class Desk:
    def __init__(self, atspi, program):
        self.atspi = atspi
        self.window = until("the window in the accessible tree", lambda: self.find_window(program.pid), 90)

    def find_window(self, pid):
        desktop = self.atspi.get_desktop(0)
        for application in children(desktop):
            if application.get_process_id() == pid:
                for window in children(application):
                    if window.get_role_name() in ("frame", "window"):
                        return window
        return None

    def all(self):
        return list(walk(self.window))

    def by_name(self, role, name):
        for node in self.all():
            if node.get_role_name() == role and node.get_name() == name:
                return node
        return None

    def shown(self, node):
        states = node.get_state_set()
        return states.contains(self.atspi.StateType.SHOWING) and states.contains(self.atspi.StateType.VISIBLE)

    def nameless(self):
        wrong = []
        for node in self.all():
            if node.get_role_name() in WORKED and self.shown(node) and not node.get_name():
                wrong.append(f"{node.get_role_name()} in {node.get_parent().get_name()!r}")
        return wrong

    def rows(self, name):
        node = next((n for n in self.all() if n.get_name() == name and n.get_role_name() in ("list", "table")), None)
        return [row.get_name() for row in children(node)] if node else []

    def press(self, name):
        button = until(f"the button {name!r}", lambda: self.by_name("push button", name))
        button.get_action_iface().do_action(0)

    def type_line(self, name, text):
        line = until(f"the command line {name!r}",
                     lambda: next((n for n in self.all() if n.get_name() == name and n.get_editable_text_iface()),
                                  None))
        line.get_editable_text_iface().set_text_contents(text)
        line.get_component_iface().grab_focus()
        keysym = 0xFF0D  # Return
        self.atspi.generate_keyboard_event(keysym, None, self.atspi.KeySynthType.SYM)


WORDS = {
    "en": {"line": "Command line", "queue": "Incidents", "units": "Units", "send": "Send  F5", "sent": "dispatched",
           "free": "available"},
    "zh_CN": {"line": "命令行", "queue": "警情", "units": "警力", "send": "派警  F5", "sent": "已派", "free": "待命"},
}


def main():
    if os.environ.get("CRESSET_BY_TREE") != "1":
        sys.exit(start_again_under_x())
    program_file, language = sys.argv[1:3]
    atspi = tree()
    words = WORDS[language]
    with tempfile.TemporaryDirectory() as folder:
        program = subprocess.Popen(
            [program_file, "--journal", f"{folder}/shift.cresset", "--drill", "first-shift", "--lang", language],
            env=dict(os.environ, HOME=folder, XDG_CONFIG_HOME=f"{folder}/config", XDG_DATA_HOME=f"{folder}/data"))
        try:
            desk = Desk(atspi, program)
            print("window:", desk.window.get_name())
            if os.environ.get("CRESSET_SHOW_TREE"):
                for node in desk.all():
                    print(node.get_role_name(), "|", node.get_name())
            wrong = desk.nameless()
            if wrong:
                sys.exit("failed: without a name: " + "; ".join(wrong))
            work(desk, words)
        finally:
            program.terminate()
            program.wait()
    print("passed")


def work(desk, words):
    """A call taken, a unit sent, the incident closed; each seen in the lists of the tree."""
    before = set(desk.rows(words["queue"]))
    desk.type_line(words["line"], "new robbery @29.0000,124.5000 p1; two men")
    new = until("the new incident in the queue", lambda: set(desk.rows(words["queue"])) - before)
    print("taken:", *new)
    desk.press(words["send"])
    sent = until("a unit that is sent",
                 lambda: [row for row in desk.rows(words["units"]) if "#1" in row and words["sent"] in row])
    print("sent:", sent[0])
    desk.type_line(words["line"], "c handled")
    until("the closed incident out of the queue", lambda: not new & set(desk.rows(words["queue"])))
    until("the unit free again", lambda: not any("#1" in row and words["sent"] in row
                                                 for row in desk.rows(words["units"])))
    print("closed")


if __name__ == "__main__":
    main()
