//! Runtimes that end, or that nobody drives.

use std::{sync::mpsc, thread, time::Instant};

use tokio::runtime::{Builder, Runtime};

use super::*;

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

/// Starts a fetch on a runtime and leaves it alone.
fn start_on(runtime: &Runtime, world: &World) {
    runtime.block_on(async {
        world.caller();
        World::settle().await;
    });
}

/// Fails the test rather than hanging it.
fn within_a_minute<T: Send + 'static>(what: impl FnOnce() -> T + Send + 'static) -> T {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || sender.send(what()));
    receiver.recv_timeout(Duration::from_secs(60)).unwrap()
}

#[test]
fn the_end_of_a_runtime_is_nobodys_failure() {
    let world = World::new();
    let first = runtime();
    start_on(&first, &world);
    assert_eq!(world.requests(), 1);
    drop(first);
    // no time has passed, and nothing is put off
    world.open(1);
    assert_eq!(runtime().block_on(world.get()).unwrap(), 2);
}

#[test]
fn a_caller_goes_on_when_the_runtime_of_the_fetch_ends() {
    let world = World::new();
    let first = runtime();
    start_on(&first, &world);
    let cell = Arc::clone(&world.cell);
    let waiting = thread::spawn(move || {
        runtime().block_on(async move { cell.get(&()).await.map(|held| held.value) })
    });
    let begin = Instant::now();
    while Arc::strong_count(&world.cell.inner) < 2 || begin.elapsed() < Duration::from_millis(50) {
        thread::yield_now();
    }
    world.open(1);
    drop(first);
    assert_eq!(within_a_minute(|| waiting.join().unwrap()).unwrap(), 2);
}

#[test]
fn a_fetch_that_nobody_drives_is_taken_over() {
    let world = World::new();
    let idle = runtime();
    start_on(&idle, &world);
    assert_eq!(world.requests(), 1);
    let cell = Arc::clone(&world.cell);
    let get = move || runtime().block_on(async move { cell.get(&()).await.map(|held| held.value) });
    world.open(2);
    assert_eq!(within_a_minute(get).unwrap(), 2);
    // the runtime wakes up, and its result comes too late to replace the newer one
    idle.block_on(World::settle());
    assert_eq!(world.read(), Some(2));
    assert_eq!(world.requests(), 2);
}

#[test]
fn a_task_in_the_background_that_is_never_polled_does_not_keep_a_value_alive() {
    let world = World::new();
    let runtime = runtime();
    world.open(1);
    runtime.block_on(world.get()).unwrap();
    // between two of these, nothing runs
    world.pass(100);
    for _ in 0..100 {
        assert_eq!(runtime.block_on(world.get()).unwrap(), 1);
    }
    assert_eq!(world.requests(), 1);
    world.pass(100);
    world.open(2);
    let begin = Instant::now();
    while runtime.block_on(world.get()).unwrap() == 1 {
        assert!(
            begin.elapsed() < Duration::from_secs(60),
            "trusted for ever"
        );
    }
}

#[test]
fn a_fetch_on_a_runtime_that_is_shutting_down_fails_and_blocks_nobody() {
    let world = World::new();
    let first = runtime();
    let handle = first.handle().clone();
    drop(first);
    let cell = Arc::clone(&world.cell);
    let error = within_a_minute(move || handle.block_on(async move { cell.get(&()).await.err() }));
    assert_eq!(error.unwrap().kind(), ErrorKind::Interrupted);
    // nor does it stop anybody else
    world.open(1);
    assert_eq!(runtime().block_on(world.get()).unwrap(), 1);
}

#[test]
fn a_fetch_that_is_started_while_its_runtime_shuts_down_blocks_nobody() {
    /// Starts a fetch when it is dropped, as a guard of the app may.
    struct Last(Arc<Refresh<Counter>>);

    impl Drop for Last {
        fn drop(&mut self) {
            let waker = std::task::Waker::noop();
            let mut get = Box::pin(self.0.get(&()));
            let _ = get
                .as_mut()
                .poll(&mut std::task::Context::from_waker(waker));
        }
    }

    let world = World::new();
    let first = runtime();
    let last = Last(Arc::clone(&world.cell));
    first.block_on(async {
        tokio::spawn(async move {
            let _last = last;
            std::future::pending::<()>().await;
        });
        World::settle().await;
    });
    within_a_minute(move || drop(first));
    world.open(1);
    assert!(runtime().block_on(world.get()).is_ok());
}

#[test]
fn without_a_runtime_there_is_an_error_and_no_panic() {
    let world = World::new();
    world.open(1);
    runtime().block_on(world.get()).unwrap();
    let waker = std::task::Waker::noop();
    let mut context = std::task::Context::from_waker(waker);
    let mut get_now = || match std::pin::pin!(world.get()).as_mut().poll(&mut context) {
        std::task::Poll::Ready(result) => result,
        std::task::Poll::Pending => panic!("waits for ever"),
    };
    // what is of use is used
    world.pass(200);
    assert_eq!(get_now().unwrap(), 1);
    world.pass(1000);
    assert_eq!(get_now().unwrap_err().kind(), ErrorKind::Configuration);
}
