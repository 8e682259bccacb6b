// Generated from spec/vocabulary.yaml and spec/b2b by `cargo xtask generate`. Do not edit.

//! Ids, each a type of its own, so that none can stand in for another by mistake.

/// Identifies a robot in either way.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AnyRobotId(String);

stytch_core::id!(AnyRobotId);

impl From<RobotId> for AnyRobotId {
    fn from(id: RobotId) -> Self {
        Self(id.into_string())
    }
}

impl From<&RobotId> for AnyRobotId {
    fn from(id: &RobotId) -> Self {
        Self(id.as_str().to_owned())
    }
}

impl From<SerialNumber> for AnyRobotId {
    fn from(id: SerialNumber) -> Self {
        Self(id.into_string())
    }
}

impl From<&SerialNumber> for AnyRobotId {
    fn from(id: &SerialNumber) -> Self {
        Self(id.as_str().to_owned())
    }
}

/// Identifies a robot.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RobotId(String);

stytch_core::id!(RobotId);

/// Identifies a robot by what is stamped on it.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SerialNumber(String);

stytch_core::id!(SerialNumber);
