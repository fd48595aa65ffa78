#pragma once
/// Locks this program up: from then on it can open no file, reach no network, start no other program and no thread, and
/// use only so much memory and time. Works without any right that a plain user has not.
///
/// The filter of system calls (seccomp) is the wall; network and user namespaces of its own are a second one where the
/// system grants them.

namespace cresset::layers {

/// Everything that the work needs must be open and loaded before. Throws Refused (not_confined) if the system has no
/// such filter.
void confine();

}  // namespace cresset::layers
